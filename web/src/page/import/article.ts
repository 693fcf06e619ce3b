// Which text of a whole page does Readability take for its article?
//
// It rebuilds the page as it goes, renames, merges and replaces elements, and starts anew from markup where it found too
// little. So every text of a clone is put into an element of its own with a number, which comes through all of that, and
// those that are still there in the end are the article. It must be one that Readability neither counts nor takes for a block.
import { Readability } from '@mozilla/readability';

const wrapper = 'data';
const numberedBy = 'data-text';

// Null where it finds no article.
export function findArticle(page: Document): ReadonlySet<Node> | null {
  const clone = page.cloneNode(true) as Document;
  const texts = textsOf(page.body);
  for (const [i, copy] of textsOf(clone.body).entries()) {
    const numbered = clone.createElement(wrapper);
    numbered.setAttribute(numberedBy, String(i));
    copy.replaceWith(numbered);
    numbered.append(copy);
  }
  const article = readArticle(clone);
  if (!article) return null;
  const kept = article.querySelectorAll(`${wrapper}[${numberedBy}]`);
  return new Set([...kept].flatMap((each) => texts[Number(each.getAttribute(numberedBy))] ?? []));
}

// A page that Readability stumbles over is read all the same, only without its word.
function readArticle(page: Document): Element | null {
  try {
    return new Readability<Node>(page, { serializer: (node) => node }).parse()?.content as Element | null;
  } catch {
    return null;
  }
}

function textsOf(root: Node): Text[] {
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue?.trim()) texts.push(node as Text);
  }
  return texts;
}
