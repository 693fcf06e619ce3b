// What the tags of HTML mean for a reader: which hold no text to read, which are not to be seen, which stand on lines of
// their own.

const unread = new Set(
  (
    'AUDIO CANVAS DATALIST HEAD IFRAME INPUT MATH NOSCRIPT OBJECT PICTURE SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA ' +
    'TITLE VIDEO'
  ).split(' '),
);

const lines = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH ' +
    'THEAD TR UL'
  ).split(' '),
);

export const isUnread = (element: Element): boolean => unread.has(element.tagName.toUpperCase());

export const breaksLines = (element: Element): boolean => lines.has(element.tagName);

// The page's policy forbids styles and handlers in markup, and the browser reports each that it meets, in a document that
// nobody sees, too. So they are parsed under other names: as attributes that mean nothing, as elements that are not shown.
// No text changes: within it there is no bare "<".
const prefix = 'data-told-';
const styleAttribute = `${prefix}style`;

export function withoutForbidden(html: string): string {
  const elements = html.replace(/(<\/?)style(?=[\s>/])/gi, '$1template');
  return elements.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*/gi, (tag) =>
    tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, `$1${prefix}$2`),
  );
}

export function removeInvisible(body: HTMLElement): void {
  for (const element of body.querySelectorAll(`[hidden], [${styleAttribute}]`)) {
    if (isInvisible(element)) element.remove();
  }
}

function isInvisible(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute(styleAttribute) ?? '';
  return /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style);
}

const longestCell = 200;

// A table of figures, not one that only arranges the page: rows of short cells with no blocks beside each other in them.
export function isDataTable(element: Element): boolean {
  if (element.tagName !== 'TABLE' || element.querySelector('table')) return false;
  const rows = [...element.querySelectorAll('tr')];
  if (rows.length < 2 || !rows.some(({ children }) => children.length > 1)) return false;
  return [...element.querySelectorAll('td, th')].every(
    (cell) =>
      cell.textContent.trim().length <= longestCell &&
      [...cell.querySelectorAll('*')].filter((inner) => breaksLines(inner) && inner.textContent.trim()).length <= 1,
  );
}
