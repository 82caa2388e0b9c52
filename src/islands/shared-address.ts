/** The address of what a reader has chosen on a page: written, carried to the other languages, copied. */

/** Writes a query string into the address, without a step to go back to. */
export function writeQuery(query: string): void {
  try {
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
  } catch {
    // Browsers refuse more than some changes a second: the next one writes it.
  }
  carryQuery(query);
}

/** Lets the links to the same page in other languages lead to the same choice. */
export function carryQuery(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.lang-list a[data-language]'))
    link.setAttribute('href', `${link.pathname}${query}`);
}

/** Copies the address at a press; where the clipboard is refused, shows it to be copied by hand. */
export function offerCopy(part: HTMLElement): void {
  const said = part.querySelector<HTMLElement>('[data-copied]');
  const here = part.querySelector<HTMLElement>('[data-copy-here]');
  part.querySelector('[data-copy]')?.addEventListener('click', () => {
    const { href } = location;
    // There is no clipboard without an encrypted connection.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(href))
      .then(
        () => {
          if (said !== null) said.hidden = false;
        },
        () => {
          const field = here?.querySelector('input');
          if (here === null || field === undefined || field === null) return;
          here.hidden = false;
          field.value = href;
          field.focus();
          field.select();
        },
      );
  });
}

/** Takes back what was said of a copied address: it is another now. */
export function forgetCopy(part: HTMLElement): void {
  for (const one of part.querySelectorAll<HTMLElement>('[data-copied], [data-copy-here]'))
    one.hidden = true;
}
