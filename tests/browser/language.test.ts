import { describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { openContext } from '../lib/browser.ts';
import { samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  // A reader of none of the languages.
  const foreign = visit(site, { locale: 'is-IS' });

  /** Opens a page in a context of its own, with nothing remembered, for a browser of a language. */
  async function fresh(locale: string): Promise<{ context: BrowserContext; page: Page }> {
    const context = await openContext(foreign.browser, { locale });
    return { context, page: await context.newPage() };
  }

  it('leads from each kind of page to the same page in every other language', async () => {
    for (const { address, path } of samplesInTurn(site)) {
      const page = await foreign.open(address);
      const links = await page
        .locator('.lang-list a')
        .evaluateAll((all) =>
          all.map((a) => [
            a.getAttribute('lang'),
            a.getAttribute('hreflang'),
            a.getAttribute('href'),
            a.textContent,
          ]),
        );
      expect(links).toEqual(
        site.languages.map(({ tag, segment, name }) => [
          tag,
          tag,
          `${site.base}${segment}/${path}`,
          name,
        ]),
      );
    }
  });

  it('marks the language of the page in the menu', async () => {
    for (const { tag, segment } of site.languages) {
      const page = await foreign.open(`${segment}/about/`);
      expect(
        await page
          .locator('.lang-list a[aria-current]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('hreflang'))),
      ).toEqual([tag]);
    }
  });

  it.each(site.languages.map(({ tag, segment }) => [tag, segment] as const))(
    'sends a browser of %s on from the language page to /%s/',
    async (tag, segment) => {
      const { context, page } = await fresh(tag);
      await page.goto(foreign.url);
      await page.waitForURL(`${foreign.url}${segment}/`);
      await context.close();
    },
  );

  it('takes a language for its regions too', async () => {
    const english = site.languages.find(({ tag }) => tag === 'en');
    const { context, page } = await fresh('en-NZ');
    await page.goto(foreign.url);
    await page.waitForURL(`${foreign.url}${english?.segment ?? 'no English'}/`);
    await context.close();
  });

  it('stays on the language page for a browser of another language', async () => {
    const { context, page } = await fresh('is-IS');
    await page.goto(foreign.url, { waitUntil: 'networkidle' });
    expect(page.url()).toBe(foreign.url);
    expect(await page.locator('main a[hreflang]:visible').count()).toBe(site.languages.length);
    await context.close();
  });

  it('remembers the language chosen in the menu over that of the browser', async () => {
    for (const chosen of site.languages) {
      const other = site.languages.find(({ tag }) => tag !== chosen.tag);
      const { context, page } = await fresh(other?.tag ?? '');
      await page.goto(foreign.url);
      await page.waitForURL(`${foreign.url}${other?.segment ?? ''}/`);
      await page.click('details.lang > summary');
      await page.click(`.lang-list a[hreflang="${chosen.tag}"]`);
      await page.waitForURL(`${foreign.url}${chosen.segment}/`);
      await page.goto(foreign.url);
      await page.waitForURL(`${foreign.url}${chosen.segment}/`);
      await context.close();
    }
  });

  it('does not send on a reader who goes back to the language page from a page', async () => {
    const { context, page } = await fresh(site.languages[0].tag);
    await page.goto(`${foreign.url}${site.languages[0].segment}/about/`);
    await page.goto(foreign.url);
    await page.waitForURL(`${foreign.url}${site.languages[0].segment}/`);
    // The language page replaced itself: back is the page before it.
    await page.goBack();
    expect(page.url()).toBe(`${foreign.url}${site.languages[0].segment}/about/`);
    await context.close();
  });
});
