// "Port to close - The Daily Harbour": the site's name behind a title, or before it, is no part of it.

const sign = /\s+[-–—|·•«»:]+\s+|\s*[|»]\s*|:\s+/g;

// Taken off only where it is known to be the site's name: as the page tells it, or as its address spells it.
export function withoutSite(title: string, sites: string[], url: string | null | undefined): string {
  let rest = title;
  for (let shorter = step(rest, sites, url); shorter; shorter = step(rest, sites, url)) rest = shorter;
  return rest;
}

function step(title: string, sites: string[], url: string | null | undefined): string | null {
  const signs = [...title.matchAll(sign)];
  const last = signs.at(-1);
  if (last && isSite(title.slice(last.index + last[0].length), sites, url)) return title.slice(0, last.index).trim();
  const [first] = signs;
  if (first && isSite(title.slice(0, first.index), sites, url))
    return title.slice(first.index + first[0].length).trim();
  return null;
}

function isSite(name: string, sites: string[], url: string | null | undefined): boolean {
  const letters = squeeze(name);
  if (!letters) return false;
  if (sites.some((site) => squeeze(site) === letters)) return true;
  const host = url ? new URL(url).hostname.replace(/^www\./, '') : '';
  return letters === squeeze(host) || host.split('.').some((part) => part.length > 2 && part === letters);
}

const squeeze = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+|\.com$/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
