import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  firstSite,
  PAGE_KINDS,
  pagePaths,
  samplePages,
  sites,
  writtenIn,
  type BuiltSite,
  type SiteLanguage,
} from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { crossing, cutOff } from './room.ts';
import { openWatched, overflow, squeezed, type Watch } from './watch.ts';

/**
 * Windows to look at: a phone, a desktop, and what is left of 1280 × 1024 at 200 % and at 400 %, which is
 * the 320 pixels of WCAG 1.4.10.
 */
const WINDOWS = [
  { width: 320, height: 256 },
  { width: 390, height: 800 },
  { width: 640, height: 512 },
  { width: 1280, height: 800 },
];

/** A language that no site has: the language page stays for it. */
const FOREIGN = 'is-IS';

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const seen = visit(site, { locale: FOREIGN });
  let watched: Watch;
  beforeAll(async () => {
    watched = await openWatched(seen.context, new URL(seen.url).origin);
  });
  beforeEach(() => {
    watched.complaints.length = 0;
  });

  it.each(site.languages.map((language) => language.segment))(
    'has only pages of known kinds, and each kind, in %s',
    (segment) => {
      const paths = pagePaths(site, segment);
      const kinds = paths.map(
        (path) => PAGE_KINDS.find((kind) => kind.path.test(path))?.kind ?? path,
      );
      expect([...new Set(kinds)].toSorted()).toEqual(
        PAGE_KINDS.map((kind) => kind.kind).toSorted(),
      );
    },
  );

  it.each(samplePages(site).map((sample) => [sample.address, sample] as const))(
    'opens /%s without a complaint',
    async (address, sample) => {
      const { page, complaints } = watched;
      const response = await page.goto(`${seen.url}${address}`);
      expect(response?.status()).toBe(200);
      await expectHead(page, sample.language.tag);
      // A page that shows another language's text leaves its address to that one.
      const written = writtenIn(site, sample.path);
      const home = written.includes(sample.language) ? sample.language : written[0];
      expect(await addresses(page)).toEqual({
        canonical: `${site.origin}${site.base}${home?.segment ?? ''}/${sample.path}`,
        alternates:
          written.length > 1
            ? {
                ...addressesIn({ ...site, languages: written }, sample.path),
                'x-default': `${site.origin}${site.base}`,
              }
            : {},
      });
      await expectFits(page);
      expect(complaints).toEqual([]);
    },
  );

  it('opens the language page, which stays for a reader of none of its languages', async () => {
    const { page, complaints } = watched;
    const response = await page.goto(seen.url);
    expect(response?.status()).toBe(200);
    await page.waitForLoadState('networkidle');
    expect(page.url()).toBe(seen.url);
    await expectHead(page, site.languages[0].tag);
    expect(await addresses(page)).toMatchObject({
      canonical: `${site.origin}${site.base}`,
      alternates: addressesIn(site, ''),
    });
    expect(await languageLinks(page)).toEqual(
      site.languages.map(({ tag, segment, name }) => [tag, `${site.base}${segment}/`, name]),
    );
    await expectFits(page);
    expect(complaints).toEqual([]);
  });

  it.each(['no-such-page/', 'ja/indicators/no-such-indicator/', 'data/none.csv'])(
    'answers /%s with 404 and a page that leads on in every language',
    async (address) => {
      const { page, complaints } = watched;
      const response = await page.goto(`${seen.url}${address}`);
      expect(response?.status()).toBe(404);
      await expectHead(page, site.languages[0].tag);
      const links = await page
        .locator('main a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      for (const { segment } of site.languages) expect(links).toContain(`${site.base}${segment}/`);
      await expectFits(page);
      // The browser says in its console that the address itself was answered with 404.
      expect(complaints.filter((text) => !text.includes('status of 404'))).toEqual([]);
    },
  );
});

describe('the measure', () => {
  const seen = visit(firstSite);

  it('sees what a page does against the rules', async () => {
    const { page, complaints } = await openWatched(seen.context, new URL(seen.url).origin);
    await page.route(`${seen.url}bad/`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'self'; img-src *">
        <p style="color:red">red</p><img src="https://elsewhere.example/x.png" alt="">
        <main><table><tr><td>l<br>e<br>t<br>t<br>e<br>r<br>s</table><img width="3000" height="9" alt=""></main>
        <script src="/none.js"></script><script>document.title = 'inline'</script>`,
      }),
    );
    await page.goto(`${seen.url}bad/`);
    expect(await overflow(page)).toBeGreaterThan(0);
    expect(await squeezed(page)).toEqual(['TD letters']);
    expect(complaints.join('\n')).toMatch(/policy: style-src/u);
    expect(complaints.join('\n')).toMatch(/policy: script-src/u);
    expect(complaints.join('\n')).toMatch(/another host: https:\/\/elsewhere\.example/u);
    expect(complaints.join('\n')).toMatch(/status of 404/u);
  });

  it('sees text that is cut off, and lines that stand on each other', async () => {
    const page =
      await seen.show(`<p id="cut" style="width: 3em; overflow: hidden; white-space: nowrap">cut off at the end</p>
      <p style="position: absolute; left: 50px; top: 80px">one line</p>
      <p style="position: absolute; left: 60px; top: 84px">another</p>
      <p style="position: absolute; left: 50px; top: 200px">apart</p>
      <p style="position: absolute; left: -40px; top: 240px">beyond the edge</p>`);
    expect(await cutOff(page)).toEqual(['cut off at the end', 'beyond the edge']);
    expect(await crossing(page)).toEqual(['one line × another']);
  });
});

async function expectHead(page: Page, tag: string): Promise<void> {
  expect(await page.locator('h1').count()).toBe(1);
  expect((await page.locator('h1').innerText()).trim()).not.toBe('');
  expect((await page.title()).trim()).not.toBe('');
  expect(await page.locator('html').getAttribute('lang')).toBe(tag);
  expect(await page.locator('main').count()).toBe(1);
}

async function expectFits(page: Page): Promise<void> {
  for (const size of WINDOWS) {
    await page.setViewportSize(size);
    expect({
      ...size,
      overflow: await overflow(page),
      squeezed: await squeezed(page),
      cutOff: await cutOff(page),
      crossing: await crossing(page),
    }).toEqual({ ...size, overflow: 0, squeezed: [], cutOff: [], crossing: [] });
  }
}

/** Full address of a page in each language, by tag. */
function addressesIn(
  {
    origin,
    base,
    languages,
  }: Pick<BuiltSite, 'origin' | 'base'> & { languages: readonly SiteLanguage[] },
  path: string,
): Record<string, string> {
  return Object.fromEntries(
    languages.map(({ tag, segment }) => [tag, `${origin}${base}${segment}/${path}`]),
  );
}

function addresses(page: Page) {
  return page.evaluate(() => ({
    canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href,
    alternates: Object.fromEntries(
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=alternate][hreflang]')].map(
        (link) => [link.hreflang, link.href],
      ),
    ),
  }));
}

function languageLinks(page: Page) {
  return page
    .locator('main a[hreflang]')
    .evaluateAll((links) =>
      links.map((a) => [a.getAttribute('hreflang'), a.getAttribute('href'), a.textContent.trim()]),
    );
}
