import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.pack': 'application/octet-stream',
};

/** Types that a host sends compressed. */
const TEXT = /^(?:text\/|image\/svg|application\/(?:json|xml|manifest))/u;

/**
 * Returns a server of a built site under its base path, on this machine only. Unknown addresses get
 * 404.html, as static hosts do. Port 0 takes any free one. `compress` sends texts as hosts do, for measuring.
 */
export async function serve(
  folder: string,
  base: string,
  port: number,
  { compress = false } = {},
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    const found = path?.startsWith(base) === true ? fileFor(folder, path.slice(base.length)) : null;
    const file = found ?? join(folder, '404.html');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const packed = compress && TEXT.test(type);
    response.writeHead(found === null ? 404 : 200, {
      'content-type': type,
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
    });
    const end = (): void => {
      response.end();
    };
    if (packed) pipeline(createReadStream(file), createGzip(), response, end);
    else createReadStream(file).on('error', end).pipe(response);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return { server, url: `http://127.0.0.1:${String(actual)}${base}` };
}

/** Returns the readable path of an address, or null where it is none: anyone can send anything. */
function pathOf(address: string): string | null {
  try {
    return decodeURIComponent(new URL(`http://localhost${address}`).pathname);
  } catch {
    return null;
  }
}

function fileFor(folder: string, path: string): string | null {
  const target = join(folder, normalize(`/${path}`));
  for (const file of [target, join(target, 'index.html')]) {
    try {
      if (statSync(file).isFile()) return file;
    } catch {
      // Not there: try the next form.
    }
  }
  return null;
}
