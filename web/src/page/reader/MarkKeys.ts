// By the arrow keys from mark to mark and from chip to chip: the whole text is one stop for the Tab key, however long it is.
// Enter does what a click does.

const stops = '.entity.last, .time.ends, .chip, .content';

export class MarkKeys {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    root.addEventListener('keydown', (event) => {
      this.#key(event);
    });
  }

  #key(event: KeyboardEvent): void {
    const at = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || at.closest('.block-tools, .head')) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) this.#step(at, by as 1 | -1);
    else if (event.key === 'Escape' && at !== this.#root) this.#root.focus();
    else if (event.key === 'Enter' && at.matches('mark')) at.click();
    else return;
    event.preventDefault();
  }

  #step(from: HTMLElement, by: 1 | -1): void {
    const walker = document.createTreeWalker(this.#root, NodeFilter.SHOW_ELEMENT, (node) =>
      isStop(node as HTMLElement) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );
    walker.currentNode = from;
    const next = (by > 0 ? walker.nextNode() : walker.previousNode()) as HTMLElement | null;
    if (!next || next === this.#root) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
}

// A quotation is cut where names stand in it: its first piece is the stop. A name that is away is none.
function isStop(element: HTMLElement): boolean {
  if (!element.matches(stops) || element.closest('.inside[hidden]')) return false;
  if (element.matches('.without-speakers .chip')) return false;
  const shown = (layer: string) => !element.matches(`.without-${layer} *`);
  if (element.matches('.chip')) return true;
  if (element.matches('.entity.last') && shown('names')) return true;
  if (element.matches('.time.ends') && shown('times')) return true;
  if (!element.matches('.content') || !shown('quotations')) return false;
  const [id] = element.dataset.quotation?.split(' ') ?? [];
  const before = element.previousElementSibling as HTMLElement | null;
  return !before?.dataset.quotation?.split(' ').includes(id ?? '');
}
