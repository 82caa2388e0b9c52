import { intlLocale } from '../core/i18n.ts';
import { channelName, type OfflineError, type Report, type Request } from '../worker/site.ts';

/** Saving for offline: starts the service worker, passes on what is pressed, shows what it says. */

/** A worker that hears nothing for long is stopped, also in the middle of a long download. */
const CALL_AGAIN = 20_000;

const controls = document.querySelectorAll<HTMLElement>('[data-offline]');
const {
  base = '',
  segment = '',
  worker: address = '',
} = document.querySelector<HTMLElement>('[data-offline]')?.dataset ?? {};
const locale = intlLocale(document.documentElement.lang);

let registered: Promise<ServiceWorkerRegistration> | undefined;
let state: Report['state'] = 'none';
let error: OfflineError | null = null;
/** True from the press until the worker has taken it up. */
let pressed = false;

if (controls.length > 0) {
  // Firefox's private windows have no workers, older browsers no streams to unpack.
  if ('serviceWorker' in navigator && 'DecompressionStream' in window) start();
  else show(['unsupported']);
}

function start(): void {
  new BroadcastChannel(channelName(base)).addEventListener('message', ({ data }) => {
    const report = data as Report;
    if (report.segment === segment) hear(report);
  });
  for (const button of document.querySelectorAll<HTMLElement>('[data-offline-ask]')) {
    // Never disabled: whether there is anything to do, the worker knows best.
    button.addEventListener('click', () => {
      press(button.dataset['offlineAsk'] as 'save' | 'remove');
    });
  }
  for (const control of controls) delete control.dataset['waiting'];
  // After the page itself: a first visit waits for nothing of this.
  if (document.readyState === 'complete') void first();
  else addEventListener('load', () => void first(), { once: true });
}

async function first(): Promise<void> {
  const isNew = navigator.serviceWorker.controller === null;
  await send({ ask: 'status', segment });
  // Browsers look for a newer version in their own time; a reader of the page about it wants to know now.
  if (controls[0]?.closest('main') !== null)
    void (await registered)?.update().catch(() => undefined);
  if (!isNew) return;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  await send({ ask: 'visited', page: location.href, loaded });
}

function press(ask: 'save' | 'remove'): void {
  if (ask === 'save') {
    pressed = true;
    error = null;
    state = 'saving';
    show([state]);
    // Asks the browser not to clear the pages away when the device gets full.
    void navigator.storage.persist().catch(() => false);
  }
  void send({ ask, segment });
}

async function send(request: Request): Promise<void> {
  try {
    registered ??= navigator.serviceWorker.register(address, { scope: base });
    (await activeOf(await registered))?.postMessage(request);
  } catch {
    for (const control of controls) control.dataset['waiting'] = '';
    show(['unsupported']);
  }
}

async function activeOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active === null && coming !== null) {
    await new Promise<void>((done) => {
      coming.addEventListener('statechange', () => {
        if (coming.state !== 'installed') done();
      });
    });
  }
  return registration.active;
}

function hear(report: Report): void {
  const isSaving = report.state === 'saving';
  const isFailed = report.error !== null;
  // What was said before the press was taken up is old news.
  if (pressed && !isSaving && !isFailed && report.state !== 'saved') return;
  // A worker that was stopped while it saved knows nothing of it.
  if (state === 'saving' && !isSaving && report.state !== 'saved') error = 'network';
  if (isSaving || report.state === 'saved') error = null;
  if (isFailed) error = report.error;
  if (isSaving && state !== 'saving') setTimeout(callAgain, CALL_AGAIN);
  pressed = false;
  state = report.state;
  fill(report);
  const isKept = report.saved_at !== null;
  show([
    'ready',
    state,
    ...(error === null ? [] : [`error-${error}`]),
    ...(isKept ? ['kept'] : []),
    ...(report.visited > 0 ? ['visited'] : []),
    ...(isKept || report.visited > 0 || isSaving ? [] : ['empty']),
  ]);
}

function callAgain(): void {
  if (state !== 'saving') return;
  setTimeout(callAgain, CALL_AGAIN);
  void send({ ask: 'status', segment });
}

/** Shows the parts of the page that are for one of these words, and hides the others. */
function show(words: readonly string[]): void {
  for (const control of controls) {
    control.dataset['offlineState'] = state;
    if (error === null) delete control.dataset['offlineError'];
    else control.dataset['offlineError'] = error;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-offline-when]')) {
    part.hidden = !words.some((word) => part.dataset['offlineWhen']?.split(' ').includes(word));
  }
}

function fill(report: Report): void {
  const size = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const words: Readonly<Record<string, string>> = {
    download: size.format(report.download / 1e6),
    disk: size.format(report.disk / 1e6),
    saved_at: report.saved_at === null ? '' : when.format(report.saved_at),
    visited: String(report.visited),
  };
  for (const part of document.querySelectorAll<HTMLElement>('[data-offline-fill]')) {
    part.textContent = words[part.dataset['offlineFill'] ?? ''] ?? '';
  }
  for (const bar of document.querySelectorAll('progress')) bar.value = report.share;
}
