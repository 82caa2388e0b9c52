import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import {
  firstSite,
  PAGE_KINDS,
  pagePaths,
  samplePages,
  serveSite,
  sites,
  stop,
  writtenIn,
  type BuiltSite,
  type ServedSite,
  type SiteLanguage,
} from '../lib/sites.ts';
import { openWatched, overflow, squeezed } from './watch.ts';

const WIDTHS = [320, 390, 1280];

/** A language that no site has: the language page stays for it. */
const FOREIGN = 'is-IS';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  let served: ServedSite;
  let context: BrowserContext;
  beforeAll(async () => {
    served = await serveSite(site);
    context = await openContext(browser, { locale: FOREIGN });
  });
  afterAll(async () => {
    await context.close();
    await stop(served);
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
      const { page, complaints } = await openWatched(context, new URL(served.url).origin);
      const response = await page.goto(`${served.url}${address}`);
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
      await page.close();
    },
  );

  it('opens the language page, which stays for a reader of none of its languages', async () => {
    const { page, complaints } = await openWatched(context, new URL(served.url).origin);
    const response = await page.goto(served.url);
    expect(response?.status()).toBe(200);
    await page.waitForLoadState('networkidle');
    expect(page.url()).toBe(served.url);
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
    await page.close();
  });

  it.each(['no-such-page/', 'ja/indicators/no-such-indicator/', 'data/none.csv'])(
    'answers /%s with 404 and a page that leads on in every language',
    async (address) => {
      const { page, complaints } = await openWatched(context, new URL(served.url).origin);
      const response = await page.goto(`${served.url}${address}`);
      expect(response?.status()).toBe(404);
      await expectHead(page, site.languages[0].tag);
      const links = await page
        .locator('main a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      for (const { segment } of site.languages) expect(links).toContain(`${site.base}${segment}/`);
      await expectFits(page);
      // The browser says in its console that the address itself was answered with 404.
      expect(complaints.filter((text) => !text.includes('status of 404'))).toEqual([]);
      await page.close();
    },
  );
});

it('sees what a page does against the rules', async () => {
  const site = firstSite;
  const served = await serveSite(site);
  const context = await openContext(browser);
  const { page, complaints } = await openWatched(context, new URL(served.url).origin);
  await page.route(`${served.url}bad/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'self'; img-src *">
        <p style="color:red">red</p><img src="https://elsewhere.example/x.png" alt="">
        <main><table><tr><td>l<br>e<br>t<br>t<br>e<br>r<br>s</table><img width="3000" height="9" alt=""></main>
        <script src="/none.js"></script><script>document.title = 'inline'</script>`,
    }),
  );
  await page.goto(`${served.url}bad/`);
  expect(await overflow(page)).toBeGreaterThan(0);
  expect(await squeezed(page)).toEqual(['TD letters']);
  expect(complaints.join('\n')).toMatch(/policy: style-src/u);
  expect(complaints.join('\n')).toMatch(/policy: script-src/u);
  expect(complaints.join('\n')).toMatch(/another host: https:\/\/elsewhere\.example/u);
  expect(complaints.join('\n')).toMatch(/status of 404/u);
  await context.close();
  await stop(served);
});

async function expectHead(page: Page, tag: string): Promise<void> {
  expect(await page.locator('h1').count()).toBe(1);
  expect((await page.locator('h1').innerText()).trim()).not.toBe('');
  expect((await page.title()).trim()).not.toBe('');
  expect(await page.locator('html').getAttribute('lang')).toBe(tag);
  expect(await page.locator('main').count()).toBe(1);
}

async function expectFits(page: Page): Promise<void> {
  const found: Record<number, unknown> = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    found[width] = { overflow: await overflow(page), squeezed: await squeezed(page) };
  }
  expect(found).toEqual(
    Object.fromEntries(WIDTHS.map((width) => [width, { overflow: 0, squeezed: [] }])),
  );
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
