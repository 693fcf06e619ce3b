// What can be done with the block that is pointed at, tapped, focused or selected: one small group of controls for the whole
// text, that stands behind that block and comes to its side. So a long article has two more stops for the Tab key, not
// hundreds.
import { kindNames, type BlockKind } from '../blockKinds';

export interface ToolsFor {
  name: string; // “The council of …”, 5 paragraphs
  kind: BlockKind | null; // null where they differ
  kept: boolean;
}

export class BlockTools {
  readonly element = document.createElement('div');
  readonly #toggle = document.createElement('button');
  readonly #kind = document.createElement('select');
  #beside: HTMLElement | undefined;

  constructor(onSay: (kind: BlockKind | 'kept') => void, onLeave: (block: HTMLElement) => void) {
    this.element.className = 'block-tools';
    this.element.role = 'group';
    this.#toggle.type = 'button';
    this.#toggle.addEventListener('click', () => {
      onSay(this.#toggle.dataset.kept === 'true' ? 'chrome' : 'kept');
    });
    this.#kind.ariaLabel = 'This is';
    this.#kind.title = 'What this is';
    this.#kind.append(new Option('Several', ''));
    for (const [kind, name] of Object.entries(kindNames)) this.#kind.append(new Option(name, kind));
    this.#kind.addEventListener('change', () => {
      onSay(this.#kind.value as BlockKind);
    });
    const more = document.createElement('span');
    more.className = 'more';
    more.append(this.#kind);
    this.element.append(this.#toggle, more);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#beside) return;
      event.preventDefault();
      onLeave(this.#beside);
    });
  }

  get beside(): HTMLElement | undefined {
    return this.element.isConnected && this.#beside?.isConnected ? this.#beside : undefined;
  }

  get used(): boolean {
    return this.element.contains(document.activeElement);
  }

  show(beside: HTMLElement, top: number, { name, kind, kept }: ToolsFor): void {
    const does = kept ? 'Set aside' : 'Bring back';
    this.element.ariaLabel = name;
    this.#toggle.dataset.kept = String(kept);
    this.#toggle.textContent = does;
    this.#toggle.title = `${does} (B)`;
    this.#toggle.ariaLabel = `${does}: ${name}`;
    this.#kind.value = kind ?? '';
    for (const option of this.#kind.options) if (!option.value) option.hidden = kind !== null;
    if (this.#beside !== beside || !this.element.isConnected) beside.after(this.element);
    this.#beside = beside;
    this.element.style.top = `${top}px`;
  }

  // At the upper edge of its block, wherever that is now.
  stay(): void {
    if (this.#beside) this.element.style.top = `${this.#beside.offsetTop}px`;
  }

  hide(): void {
    this.element.remove();
  }
}
