import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '../src/build/output.ts';
import { cityFolder, PROJECT_FOLDER } from '../src/io/city.ts';
import { BARS } from './lib/bars.ts';
import { startBrowser } from './lib/browser.ts';
import { builtSite, pageAddresses, kindOf } from './lib/built-site.ts';
import { growthOf } from './lib/growth.ts';
import { inventedCity } from './lib/invented-city.ts';
import { watchTree, type TreeUse } from './lib/process-tree.ts';
import { sampleOf } from './lib/sample.ts';
import { serve } from './lib/serve.ts';
import { onSlowPhone, type SlowPhone } from './lib/slow-phone.ts';
import { readStages, type Stage } from './lib/stages.ts';
import { tableText } from './lib/table.ts';

/**
 * npm run bench: what a build costs, for this city and for invented ones, and how the cost grows. It
 * names what is over a bar and never fails for it: times belong to a machine.
 */
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    languages: { type: 'string', default: 'en' },
    seed: { type: 'string', default: '1' },
    'no-site': { type: 'boolean' },
    'slow-phone': { type: 'boolean' },
  },
});

interface Run extends TreeUse {
  readonly name: string;
  /** Indicators of an invented city; null for the site itself. */
  readonly size: number | null;
  readonly seconds: number;
  readonly stages: readonly Stage[];
  readonly pages: number;
  readonly bytes: number;
}

/** Each page is opened so often, and its middle time counts: this machine may be at other work. */
const TIMES = 3;

const work = join(PROJECT_FOLDER, '.build', 'bench');
const runs: Run[] = [];
const over: string[] = [];
if (options['no-site'] !== true) {
  const site = await build('site', null, cityFolder());
  runs.push(site);
  if (site.seconds > BARS.build) over.push(`the site took ${site.seconds.toFixed(1)} s to build`);
}
for (const size of options.sizes
  .split(',')
  .map(Number)
  .filter((n) => n > 0)) {
  const city = join(work, `city-${String(size)}`);
  rmSync(city, { recursive: true, force: true });
  const settings = {
    indicators: size,
    seed: Number(options.seed),
    languages: options.languages.split(','),
  };
  for (const [file, bytes] of inventedCity(settings)) {
    mkdirSync(dirname(join(city, file)), { recursive: true });
    writeFileSync(join(city, file), bytes);
  }
  runs.push(await build(`${String(size)} indicators`, size, city));
  rmSync(city, { recursive: true, force: true });
}
const phones = options['slow-phone'] === true ? await slowPhones() : [];
report();

function build(name: string, size: number | null, city: string): Promise<Run> {
  const dist = join(work, 'dist');
  // Every build draws all its pictures: what an earlier one left would make it look cheap.
  const pictures = join(work, 'pictures');
  rmSync(pictures, { recursive: true, force: true });
  process.stderr.write(`building ${name} …\n`);
  const start = performance.now();
  const child = spawn(process.execPath, [join(PROJECT_FOLDER, 'scripts/build.ts'), '--times'], {
    cwd: PROJECT_FOLDER,
    env: {
      ...process.env,
      CITY: city,
      SHIRUBE_DIST: dist,
      SHIRUBE_PICTURES: pictures,
      SITE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tree = watchTree(child.pid ?? 0);
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((done, failed) => {
    child.on('close', (code) => {
      const text = Buffer.concat(said).toString('utf8');
      const use = tree.end();
      if (code !== 0) {
        failed(new Error(`The build of ${name} failed:\n${text.slice(-2000)}`));
        return;
      }
      const files = listFiles(dist);
      const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
      const pages = files.filter((file) => file.endsWith('.html')).length;
      const seconds = (performance.now() - start) / 1000;
      for (const folder of [dist, pictures]) rmSync(folder, { recursive: true, force: true });
      done({ name, size, seconds, stages: readStages(text), pages, bytes, ...use });
    });
  });
}

/** Some pages of indicators of the built site, as a slow phone shows them. */
async function slowPhones() {
  const site = builtSite();
  if (site === null) return [];
  const indicators = pageAddresses(site).filter(
    (address) => kindOf(address, site.segments) === 'indicators/…',
  );
  const { server, url } = await serve(site.folder, site.base, 0, { compress: true });
  const browser = await startBrowser();
  try {
    const found = [];
    for (const address of sampleOf(indicators, 5, Number(options.seed))) {
      const runs: SlowPhone[] = [];
      for (let time = 0; time < TIMES; time += 1)
        runs.push(await onSlowPhone(browser, `${url}${address}`));
      const middle = (of: 'largestPaint' | 'blocking') =>
        runs.map((run) => run[of]).toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
      found.push({ address, largestPaint: middle('largestPaint'), blocking: middle('blocking') });
    }
    return found;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

function report(): void {
  const names = [...new Set(runs.flatMap(({ stages }) => stages.map(({ name }) => name)))];
  const sized = runs.flatMap((run) => (run.size === null ? [] : [{ ...run, size: run.size }]));
  const growth = ['whole', ...names].map((name) => {
    const costs = sized.map(({ size, stages, processor, seconds }) => ({
      size,
      seconds:
        name === 'whole'
          ? (processor ?? seconds)
          : (stages.find((s) => s.name === name)?.processor ?? 0),
    }));
    return { name, ...growthOf(costs) };
  });
  for (const { address, largestPaint, blocking } of phones) {
    const { slowPhone } = BARS;
    if (largestPaint > slowPhone.largestPaint)
      over.push(`${address}: largest paint after ${String(largestPaint)} ms`);
    if (blocking > slowPhone.blocking) over.push(`${address}: blocked for ${String(blocking)} ms`);
  }
  for (const { name, isLinear } of growth) {
    if (isLinear === false) over.push(`“${name}” grows faster than the city`);
  }
  mkdirSync(join(PROJECT_FOLDER, '.build'), { recursive: true });
  writeFileSync(
    join(PROJECT_FOLDER, '.build', 'bench.json'),
    `${JSON.stringify({ processors: cpus().length, node: process.version, options, runs, growth, phones, over }, null, 2)}\n`,
  );
  const number = (value: number | null, digits = 1) =>
    value === null ? '?' : value.toFixed(digits);
  const parts = [
    tableText([
      [
        'build',
        'pages',
        's',
        'pages/s',
        'processor s',
        ...names.map((n) => `${n} s`),
        'peak MB',
        'output MB',
      ],
      ...runs.map((run) => [
        run.name,
        run.pages,
        number(run.seconds),
        number(run.pages / run.seconds),
        number(run.processor),
        ...names.map((name) => number(run.stages.find((s) => s.name === name)?.seconds ?? null)),
        number(run.memory === null ? null : run.memory / 1e6, 0),
        number(run.bytes / 1e6),
      ]),
    ]),
    ...(sized.length < 2
      ? []
      : [
          tableText([
            [
              'ms of processor per further indicator',
              ...(growth[0]?.steps.map((s) => `${String(s.from)}–${String(s.to)}`) ?? []),
              'linear',
            ],
            ...growth.map(({ name, steps, isLinear }) => [
              name,
              ...steps.map(({ each }) => number(each)),
              isLinear === null ? '?' : isLinear ? 'yes' : 'no',
            ]),
          ]),
        ]),
    ...(phones.length === 0
      ? []
      : [
          tableText([
            ['slow phone', 'largest paint ms', 'blocking ms'],
            ...phones.map((p) => [p.address, p.largestPaint, p.blocking]),
          ]),
        ]),
    over.length === 0 ? 'nothing is over a bar' : `over a bar:\n${over.join('\n')}`,
  ];
  process.stdout.write(`${parts.join('\n\n')}\n`);
}
