// What a Content-Security-Policy says, directive by directive, in a few words.

export interface Directive {
  name: string;
  sources: string[];
  means: string;
}

const subjects: Record<string, string> = {
  'default-src': 'Whatever has no line of its own here',
  'script-src': 'Code',
  'connect-src': 'Addresses that code may fetch from or send to',
  'style-src': 'Style sheets',
  'img-src': 'Pictures',
  'font-src': 'Fonts',
  'manifest-src': 'The file that tells how the page is installed',
  'worker-src': 'Code beside the page: the analyzer, and what keeps the page for offline use',
  'base-uri': 'Addresses that links may start from instead of the page’s',
  'form-action': 'Addresses that a form may be sent to',
};

const places: Record<string, string> = {
  "'none'": 'none at all',
  "'self'": 'this page’s own address only',
  "'wasm-unsafe-eval'": 'and WebAssembly, which the analyzer is; no text is ever run as code',
  "'unsafe-inline'": 'and what stands in the page itself',
  'ws:': 'and the development server',
};

export function readPolicy(policy: string): Directive[] {
  return policy
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .flatMap(([name = '', ...sources]) => (name ? [{ name, sources, means: explain(name, sources) }] : []));
}

// What is not in the tables is told by its own name, so that nothing is hidden.
function explain(name: string, sources: string[]): string {
  const allowed = sources.map((source) => places[source] ?? source).join('; ');
  return `${subjects[name] ?? name}${allowed && ': '}${allowed}.`;
}

/** The policy in the page's own head, as the browser enforces it. */
export function policyOf(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? '';
}
