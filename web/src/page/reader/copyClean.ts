// What is copied is the article. Where a selection reaches over what is set aside, that is left out; who wants a line of it
// selects that alone, or brings it back.
import { touches, withinLine } from './BlockChoice';
import type { ReaderView } from './ReaderView';

export function copyClean(event: ClipboardEvent, view: ReaderView): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0);
  const lines = view.lines.filter((line) => touches(range, line));
  const kept = lines.filter((line) => view.placeOf(line)?.block.kind !== 'chrome');
  if (!kept.length || kept.length === lines.length) return;
  event.clipboardData.setData('text/plain', kept.map((line) => withinLine(range, line).toString()).join('\n\n'));
  event.preventDefault();
}
