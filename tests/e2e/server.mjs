// Serves dist/ under a sub-path, as a static host does, and nothing outside it: an address that is not relative fails here.
//
//     node tests/e2e/server.mjs 4173 /news/pressmark/
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../dist/', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.pmk': 'application/octet-stream',
  '.pmp': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Port 0 takes any that is free. For tests: `change` gives what is sent instead of a file's bytes, at once or later, or throws;
 * `halfway` is waited for when half of a file is sent; `see` is called with every request. `host`: as a good host does it, with brotli and names that
 * are cached for good.
 */
export function serve({
  port,
  base,
  change = (_, bytes) => bytes,
  halfway = () => undefined,
  see = () => undefined,
  host = false,
}) {
  const compressed = new Map();
  const compress = (path, bytes) => {
    if (!compressed.has(path)) compressed.set(path, brotliCompressSync(bytes));
    return compressed.get(path);
  };
  const server = createServer(async (request, response) => {
    see(request);
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = join(root, normalize(decodeURIComponent(path.slice(base.length))));
    try {
      if (!path.startsWith(base) || !file.startsWith(root)) throw new Error('outside');
      const plain = await change(path.slice(base.length), await readFile(file));
      const bytes = host ? compress(path, plain) : plain;
      const lasting = host && path.includes('/assets/');
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-length': bytes.length,
        'cache-control': lasting ? 'max-age=31536000, immutable' : 'no-cache',
        ...(host && { 'content-encoding': 'br' }),
      });
      const half = bytes.length >> 1;
      response.write(bytes.subarray(0, half));
      await halfway(path.slice(base.length));
      response.end(bytes.subarray(half));
    } catch {
      response.writeHead(404).end('Not found');
    }
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = '4173', base = '/'] = process.argv.slice(2);
  await serve({ port: Number(port), base });
}
