/** The language page: sends on to the remembered language, else to the browser's first known one. */

const STORE = 'shirube.language';

const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')];

function remembered(): string | null {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

function preferred(): HTMLAnchorElement | undefined {
  const kept = remembered();
  const byMemory = links.find((link) => link.dataset['language'] === kept);
  if (byMemory !== undefined) return byMemory;
  for (const wanted of navigator.languages) {
    const lower = wanted.toLowerCase();
    const exact = links.find((link) => link.hreflang.toLowerCase() === lower);
    const close = links.find((link) => link.hreflang.toLowerCase() === lower.split('-')[0]);
    const found = exact ?? close;
    if (found !== undefined) return found;
  }
  return undefined;
}

const target = preferred();
if (target !== undefined) location.replace(target.href);

export {};
