/** The language menu closes with Escape, and gives the focus back to its button if it had it. */
const menu = document.querySelector<HTMLDetailsElement>('details.lang');

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || menu?.open !== true) return;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector('summary')?.focus();
});

export {};
