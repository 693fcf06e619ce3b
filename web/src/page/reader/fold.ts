// A long run of what is set aside, folded to one line that opens. Its text stays in the document, so that find in page
// opens it too.
import { glimpse, howMuch, type Run } from './runs';

let made = 0;

export function drawFold({ rows }: Run, lines: HTMLElement[], open: boolean): HTMLElement {
  const fold = document.createElement('div');
  fold.className = 'fold';
  const inside = document.createElement('div');
  inside.className = 'inside';
  inside.id = `set-aside-${++made}`;
  inside.append(...lines);
  inside.addEventListener('beforematch', () => {
    setOpen(fold, true);
  });

  const toggle = button('toggle', '');
  toggle.setAttribute('aria-controls', inside.id);
  const what = document.createElement('span');
  what.className = 'glimpse';
  what.textContent = `: ${glimpse(rows)}`;
  toggle.append(`${howMuch(rows)} set aside`, what);
  toggle.addEventListener('click', () => {
    setOpen(fold, !isOpen(fold));
  });

  const back = button('back', 'Bring back');
  back.dataset.all = '';
  back.setAttribute('aria-label', lines.length === 1 ? 'Bring it back' : `Bring all ${howMuch(rows)} back`);
  const head = document.createElement('div');
  head.className = 'head';
  head.append(toggle, back);
  fold.append(head, inside);
  setOpen(fold, open);
  return fold;
}

export function isOpen(fold: Element): boolean {
  return fold.querySelector('.toggle')?.ariaExpanded === 'true';
}

export function setOpen(fold: Element, open: boolean): void {
  const [toggle, inside] = [fold.querySelector('.toggle'), fold.querySelector('.inside')];
  if (toggle) toggle.ariaExpanded = String(open);
  if (open) inside?.removeAttribute('hidden');
  else inside?.setAttribute('hidden', 'until-found');
}

function button(name: string, label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  made.textContent = label;
  return made;
}
