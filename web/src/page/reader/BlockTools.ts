// What can be done with the block that is pointed at, tapped, focused or selected: one small group of controls for the whole
// text, that stands behind that block and comes to its side. So a long article has two more stops for the Tab key, not
// hundreds. Where words of one block are selected, it also offers to mark them.
import { kindNames, type BlockKind } from '../blockKinds';
import { typeNames } from '../entityTypes';
import type { EntityType } from '../types';

export type MarkKind = EntityType | 'quotation' | 'none';

export interface ToolsFor {
  name: string; // “The council of …”, 5 paragraphs
  kind: BlockKind | null; // null where they differ
  kept: boolean;
  words: string; // that are selected and may be marked
}

export class BlockTools {
  readonly element = document.createElement('div');
  readonly #toggle = document.createElement('button');
  readonly #kind = document.createElement('select');
  readonly #mark = document.createElement('select');
  #beside: HTMLElement | undefined;

  constructor(
    onSay: (kind: BlockKind | 'kept') => void,
    onMark: (kind: MarkKind) => void,
    onLeave: (block: HTMLElement) => void,
  ) {
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
    this.#mark.className = 'mark-as';
    this.#mark.append(new Option('Mark as…', ''));
    for (const [type, { one }] of Object.entries(typeNames)) this.#mark.append(new Option(one, type));
    this.#mark.append(new Option('Quotation', 'quotation'), new Option('No name', 'none'));
    this.#mark.addEventListener('change', () => {
      const kind = this.#mark.value as MarkKind;
      this.#mark.value = '';
      onMark(kind);
    });
    this.element.append(this.#mark, this.#toggle, more);
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

  show(beside: HTMLElement, top: number, { name, kind, kept, words }: ToolsFor): void {
    const does = kept ? 'Set aside' : 'Bring back';
    this.element.ariaLabel = name;
    this.#mark.hidden = !words;
    this.#mark.ariaLabel = `Mark “${words}” as`;
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
