// Is this a whole page, with its menus and the rest, or only a piece that somebody copied out of an article?
import type { Source } from './html';

// Parts that stand around an article, never in it.
const around = 'nav, [role="navigation"], [role="contentinfo"], [role="banner"], [role="search"], body > footer, main';
// A list of so many links is a menu, whatever its tags.
const menuLinks = 5;

export function isWholePage(page: Document, source: Source): boolean {
  switch (source) {
    case 'document':
      return false;
    case 'file':
      return true;
    case 'clipboard':
      return page.body.querySelector(around) !== null || [...page.body.querySelectorAll('ul')].some(isMenu);
  }
}

function isMenu(list: Element): boolean {
  const links = list.querySelectorAll('a[href]');
  if (links.length < menuLinks) return false;
  const linked = [...links].reduce((sum, link) => sum + letters(link), 0);
  return linked > 0.9 * letters(list);
}

function letters(element: Element): number {
  return (element.textContent.match(/\S/g) ?? []).length;
}
