import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lintOutput } from '../../src/build/lint.ts';

const ORIGIN = 'https://data.example.org';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const CODE = 'document.title = "x";';
const HASH = `'sha256-${createHash('sha256').update(CODE).digest('base64')}'`;
const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' ${HASH}; style-src 'self'">`;

interface Site {
  readonly head?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly machine?: readonly string[];
}

/** What the lint says of a site of one page (and other files), published under /city/. */
function findings(body: string, { head = POLICY, files = {}, machine = [] }: Site = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-lint-'));
  folders.push(folder);
  const page = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  for (const [name, text] of Object.entries({ 'index.html': page, 'a.svg': '<svg/>', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return lintOutput(folder, { base: '/city/', origin: ORIGIN, machine }).map(({ what }) => what);
}

describe('the lint of the output', () => {
  it('has nothing against a good page', () => {
    const body = `<a href="https://elsewhere.example/" target="_blank" rel="noopener">out</a>
      <a href="http://old.example/">an old address to follow</a>
      <img src="/city/a.svg" alt=""><img src="data:image/png;base64,AA==" alt="">
      <script>${CODE}</script><script type="application/json">{"a":"javascript:"}</script>
      <p>javascript: is a word; {value} was filled</p>`;
    expect(findings(body.replace('{value}', 'it'))).toEqual([]);
  });

  it.each([
    ['a style attribute', '<p style="color:red">x</p>', /^style attribute on <p>/u],
    ['an event attribute', '<p onclick="x()">x</p>', /^onclick attribute on <p>/u],
    ['an inline script without its hash', '<script>alert(1)</script>', /inline <script> without/u],
    ['an inline module without its hash', '<script type="module">x()</script>', /inline <script>/u],
    ['an inline style without its hash', '<style>p{color:red}</style>', /inline <style> without/u],
    ['an address that runs code', '<a href="javascript:alert(1)">x</a>', /runs code/u],
    ['one that hides it', '<a href=" java&#9;script:alert(1)">x</a>', /runs code/u],
    ['one on a button', '<button formaction="javascript:x()">x</button>', /runs code/u],
    ['one in a refresh', '<meta http-equiv="refresh" content="0;url=javascript:x">', /runs code/u],
    ['a picture without words', '<img src="/city/a.svg">', /<img> without alt/u],
    [
      'a new window that knows its opener',
      '<a href="https://x.example/" target="_blank">x</a>',
      /without rel="noopener"/u,
    ],
    [
      'a refresh to another host',
      '<meta http-equiv="refresh" content="0; url=https://x.example/">',
      /sends the reader to another host/u,
    ],
    [
      'a script behind the end',
      '</body></html><script src="/city/a.svg"></script>',
      /behind the end/u,
    ],
    ['an id twice', '<p id="a"></p><p id="a"></p>', /id used twice: a/u],
    ['a broken link', '<a href="/city/none/">x</a>', /broken link/u],
    ['an unfilled word', '<p>{value}</p>', /an unfilled \{value\}/u],
  ])('finds %s', (_, body, what) => {
    expect(findings(body)).toEqual(expect.arrayContaining([expect.stringMatching(what)]));
  });

  it.each([
    ['a script', '<script src="https://x.example/a.js"></script>'],
    ['a script without a protocol', '<script src="//x.example/a.js"></script>'],
    ['a picture', '<img alt="" src="https://x.example/a.png">'],
    ['a set of pictures', '<img alt="" srcset="/city/a.svg 1x, https://x.example/a.png 2x">'],
    ['a still picture of a film', '<video poster="https://x.example/a.png"></video>'],
    ['a form', '<form action="https://x.example/"></form>'],
    ['a frame', '<iframe title="x" src="https://x.example/"></iframe>'],
    ['an object', '<object data="https://x.example/a.svg"></object>'],
    ['a drawing used', '<svg><use href="https://x.example/a.svg#a"/></svg>'],
    ['a drawing used the old way', '<svg><use xlink:href="https://x.example/a.svg#a"/></svg>'],
    ['a picture in a drawing', '<svg><image href="https://x.example/a.png"/></svg>'],
    ['a style sheet', '<link rel="stylesheet" href="https://x.example/a.css">'],
    ['an icon', '<link rel="shortcut icon" href="https://x.example/a.png">'],
    ['a preload', '<link rel="modulepreload" href="https://x.example/a.js">'],
    ['a manifest', '<link rel="manifest" href="https://x.example/a.webmanifest">'],
    ['its own host without encryption', '<img alt="" src="http://data.example.org/city/a.svg">'],
  ])('finds %s loaded from another host', (_, body) => {
    expect(findings(body).filter((what) => !what.startsWith('broken'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^loads from another host: /u)]),
    );
  });

  it('finds what a style sheet loads from another host', () => {
    const css = `/* url(https://fine.example/) */ @import "https://x.example/a.css";
      p { background: url('//x.example/b.png') } q { background: url(/city/a.svg) }
      @import url(https://x.example/c.css); i { background: url(data:image/png;base64,AA==) }`;
    expect(findings('', { files: { 'a.css': css } })).toEqual([
      'loads from another host: https://x.example/a.css',
      'loads from another host: //x.example/b.png',
      'loads from another host: https://x.example/c.css',
    ]);
  });

  it('finds a page without a policy, and one that allows anything inline', () => {
    expect(findings('', { head: '' })).toEqual(['no content security policy']);
    const loose = `<meta http-equiv="content-security-policy" content="script-src 'unsafe-inline'">`;
    expect(findings('', { head: loose })).toEqual([`the policy allows 'unsafe-inline'`]);
  });

  it('finds no hash of a script among those of styles', () => {
    const head = `<meta http-equiv="content-security-policy" content="script-src 'self'; style-src ${HASH}">`;
    expect(findings(`<script>${CODE}</script>`, { head })).toEqual([
      expect.stringMatching(/inline <script> without its hash/u),
    ]);
  });

  // Put together here, so that no scanner of this project takes them for real ones.
  it.each([
    ['a private key', ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')],
    ['an AWS key', ['AKIA', 'ABCDEFGHIJKLMNOP'].join('')],
    ['a GitHub token', `ghp_${'a1'.repeat(18)}`],
    ['a GitLab token', `glpat-${'a1'.repeat(10)}`],
    ['a Slack token', ['xoxb', '1234567890'].join('-')],
    ['a Google key', `AIza${'a'.repeat(35)}`],
    ['an npm token', `npm_${'a1'.repeat(18)}`],
    ['a Stripe key', `sk_live_${'a1'.repeat(10)}`],
    ['a signed token', `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}`],
    ['a name and password in an address', ['https://user', 'secret@x.example/'].join(':')],
  ])('finds %s in any file of text', (name, secret) => {
    expect(findings('', { files: { 'data/a.json': `["${secret}"]` } })).toEqual([
      `looks like ${name}`,
    ]);
  });

  it('finds the folders of the machine, and not the addresses of a site that is called like them', () => {
    const machine = ['/home/me/city'];
    const files = { '_assets/a.js': 'throw new Error("/home/me/city/src/site.ts")' };
    expect(findings('', { files, machine })).toEqual([
      'names a folder of this machine: /home/me/city/src/',
    ]);
    expect(findings('', { files: { 'a.txt': 'file:///home/me/x' } })).toHaveLength(1);
    expect(findings('<p>/home/me/city/en/</p>', { machine })).toEqual([]);
  });
});
