// Which elements of a whole page does Readability take for its article?
//
// It rebuilds the page as it goes, merges and renames elements, and starts anew from markup where it found too little. So
// every element of a clone is given an attribute of its own, which all of that carries along, and those that are still
// there in the end name the elements that it kept. Merged elements have the attributes of both.
import { Readability } from '@mozilla/readability';

const mark = 'data-kept-';

// Null where it finds no article.
export function findArticle(page: Document): ReadonlySet<Element> | null {
  const clone = page.cloneNode(true) as Document;
  const copies = clone.body.getElementsByTagName('*');
  const elements = page.body.getElementsByTagName('*');
  for (let i = 0; i < copies.length; i++) copies[i]?.setAttribute(`${mark}${i}`, '');
  const found = new Readability<Node>(clone, { serializer: (node) => node, keepClasses: true }).parse();
  if (!found?.content) return null;
  const kept = new Set<Element>();
  for (const element of (found.content as Element).querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const original = name.startsWith(mark) ? elements[Number(name.slice(mark.length))] : undefined;
      if (original) kept.add(original);
    }
  }
  return kept;
}
