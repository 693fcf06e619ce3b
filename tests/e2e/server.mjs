// Serves dist/ under a sub-path, as a static host does, and nothing outside it: an address that is not relative fails here.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const [port = '4173', base = '/news/pressmark/'] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../dist/', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.pmk': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
};

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const file = join(root, normalize(decodeURIComponent(path.slice(base.length))));
  try {
    if (!path.startsWith(base) || !file.startsWith(root)) throw new Error('outside');
    const { size } = await stat(file);
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': size,
      'cache-control': 'no-cache',
    });
    createReadStream(file).pipe(response);
  } catch {
    response.writeHead(404).end('Not found');
  }
}).listen(Number(port), '127.0.0.1');
