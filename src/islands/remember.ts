/** Remembers the language a reader chooses in the menu, for the next visit to the site's root. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.lang-list a[data-language]')) {
  link.addEventListener('click', () => {
    try {
      localStorage.setItem('shirube.language', link.dataset['language'] ?? '');
    } catch {
      // Storage may be switched off; the link works all the same.
    }
  });
}

export {};
