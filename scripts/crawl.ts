import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAxe, violations } from './lib/axe.ts';
import { openContext, startBrowser } from './lib/browser.ts';
import { builtSite, pageAddresses, type Built } from './lib/built-site.ts';
import { markupFindings } from './lib/markup.ts';
import { sampleOf } from './lib/sample.ts';
import { serve } from './lib/serve.ts';
import { openWatched, overflow } from './lib/watch.ts';

/**
 * npm run crawl: opens every page of the built site in a browser: accessibility, the console, failed and
 * foreign requests, width at 320 px, markup. Exit code 1 where anything is found.
 */
const { values: options } = parseArgs({
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const NARROW = { width: 320, height: 640 };

const built = builtSite();
if (built === null) process.exitCode = 1;
else await crawl(built);

async function crawl(site: Built): Promise<void> {
  const all = pageAddresses(site);
  const count = options.sample === undefined ? all.length : Number(options.sample);
  const pages = sampleOf(all, count, Number(options.seed));
  const { server, url } = await serve(site.folder, site.base, 0);
  const browser = await startBrowser();
  // A reader of none of the languages: the language page stays.
  const context = await openContext(browser, { locale: 'is-IS', viewport: NARROW });
  const { page, complaints } = await openWatched(context, new URL(url).origin);
  const found: string[] = [];
  try {
    for (const [at, address] of pages.entries()) {
      complaints.length = 0;
      await page.goto(`${url}${address}`, { waitUntil: 'load' });
      const wide = await overflow(page);
      await loadAxe(page);
      const said = [
        ...complaints,
        ...(wide > 0 ? [`${String(wide)} px wider than a window of ${String(NARROW.width)}`] : []),
        ...(await violations(page)),
        ...(await markupFindings(readFileSync(join(site.folder, fileOf(address)), 'utf8'))),
      ];
      for (const what of said) {
        found.push(`/${address}: ${what}`);
        process.stdout.write(`/${address}: ${what}\n`);
      }
      if ((at + 1) % 25 === 0)
        process.stdout.write(`${String(at + 1)} of ${String(pages.length)}\n`);
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
  process.stdout.write(`${String(pages.length)} pages, ${String(found.length)} findings\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

function fileOf(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}
