import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type BrowserServer,
  type LaunchOptions,
} from 'playwright-core';

/**
 * The one place that finds and starts Chromium. In this order: CHROME_PATH, a browser on the path,
 * Debian's, the binary of the package @sparticuz/chromium. SHIRUBE_BROWSER=bundled takes the last one at
 * once. Where none starts, it throws: browser tests are never skipped.
 */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DEBIAN = '/usr/bin/chromium';

/** Our own arguments: those of the package switch web security off, and with it what we test. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

interface Candidate {
  readonly path: string;
  /** Environment that the binary needs beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** Where test files find the browser that runs for all of them. */
const SHARED = 'SHIRUBE_BROWSER_SERVER';

/**
 * Returns a browser: a door to the one that runs for all test files, or one of its own where none does.
 * Closing it closes what was opened through it. Throws, with every reason, where no browser can be started.
 */
export async function startBrowser(): Promise<Browser> {
  const shared = process.env[SHARED];
  if (shared !== undefined) return chromium.connect(shared);
  return start((options) => chromium.launch(options));
}

/** Starts the browser that all test files share: starting one a file costs more than many a test. */
export async function shareBrowser(): Promise<BrowserServer> {
  const server = await start((options) => chromium.launchServer(options));
  process.env[SHARED] = server.wsEndpoint();
  return server;
}

async function start<Started>(
  launch: (options: LaunchOptions) => Promise<Started>,
): Promise<Started> {
  const reasons: string[] = [];
  for (const find of finders()) {
    try {
      const found = await find();
      if (found === null) continue;
      return await launch({
        executablePath: found.path,
        args: ARGUMENTS,
        env: { ...process.env, ...found.env, TZ: 'Asia/Tokyo', LANG: 'C.UTF-8' },
      });
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No Chromium could be started for the browser tests. Set CHROME_PATH to one, or install chromium.\n${reasons.join('\n')}`,
  );
}

/**
 * Opens a context with nothing left to the machine: language, time zone, scale. Tests of reading offline
 * allow the service worker.
 */
export function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    // A worker answers in the server's place, and no test could stand between the two.
    serviceWorkers: 'block',
    ...options,
  });
}

function finders(): readonly (() => Candidate | null | Promise<Candidate>)[] {
  const { CHROME_PATH, SHIRUBE_BROWSER } = process.env;
  if (SHIRUBE_BROWSER === 'bundled') return [bundled];
  // A named browser is meant: another one in its place would hide a wrong setting.
  if (CHROME_PATH !== undefined && CHROME_PATH !== '')
    return [() => ({ path: CHROME_PATH, env: {} })];
  return [() => onPath(), () => (isProgram(DEBIAN) ? { path: DEBIAN, env: {} } : null), bundled];
}

function onPath(): Candidate | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of NAMES) {
    const path = folders.map((folder) => join(folder, name)).find(isProgram);
    if (path !== undefined) return { path, env: {} };
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The binary of the package, unpacked once into .build: aside, then renamed, since test files start at
 * the same time and the package takes a half-written file for a whole one. With it come the libraries
 * it was linked with (NSS, expat) and, for machines without fonts, a font.
 */
async function bundled(): Promise<Candidate> {
  const folder = join(resolve(import.meta.dirname, '../..'), '.build', 'chromium');
  if (!existsSync(folder)) await unpack(folder);
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(delimiter), ...fonts },
  };
}

async function unpack(folder: string): Promise<void> {
  const aside = `${folder}-${String(process.pid)}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const { TMPDIR } = process.env;
  // The package unpacks into the folder for temporary files and has no option for another.
  process.env['TMPDIR'] = aside;
  try {
    const { default: bundle, inflate } = await import('@sparticuz/chromium');
    await bundle.executablePath();
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    await inflate(join(entry, '../../bin/al2023.tar.br'));
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  writeFileSync(
    join(aside, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`,
  );
  try {
    renameSync(aside, folder);
  } catch (error) {
    // Another test file was faster: its copy is the same.
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
