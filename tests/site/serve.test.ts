import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite, sites, stop, type ServedSite } from '../lib/sites.ts';

const site = sites.find(({ base }) => base !== '/') ?? sites[0];
let served: ServedSite;
beforeAll(async () => {
  if (site === undefined) throw new Error('No site was built.');
  served = await serveSite(site);
});
afterAll(() => stop(served));

/** Asks for a raw path, which no client has tidied up. */
function ask(path: string): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(served.url);
  return new Promise((done, failed) => {
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => {
        done({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
        });
      });
    })
      .on('error', failed)
      .end();
  });
}

it.each([
  ['', 'text/html; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml'],
  ['data/observations.csv', 'text/csv; charset=utf-8'],
  ['data/observations.json', 'application/json; charset=utf-8'],
  ['pagefind/pagefind.js', 'text/javascript; charset=utf-8'],
])('serves /%s as a static host does', async (path, type) => {
  const answer = await ask(new URL(path, served.url).pathname);
  expect(answer).toMatchObject({ status: 200, type });
  expect(answer.body.length).toBeGreaterThan(0);
});

it.each(['/%', '/%E0%A4%A', '//', '/..%2f..%2fpackage.json', '/../../package.json', '/%00'])(
  'answers the strange address %s with the page for unknown ones, and goes on',
  async (path) => {
    const base = new URL(served.url).pathname;
    for (const strange of [path, `${base.slice(0, -1)}${path}`]) {
      const answer = await ask(strange);
      expect([strange, answer.status]).toEqual([
        strange,
        strange === `${base}/` ? answer.status : 404,
      ]);
      expect(answer.body).toContain('<!DOCTYPE html>');
    }
    expect((await ask(base)).status).toBe(200);
  },
);
