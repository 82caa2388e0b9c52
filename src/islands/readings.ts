/** The switch for readings over kanji: remembered, and never moving a line (the room is always kept). */

const STORE = 'shirube.readings';
const button = document.querySelector<HTMLButtonElement>('#readings');

function remembered(): boolean {
  try {
    return localStorage.getItem(STORE) === 'on';
  } catch {
    return false;
  }
}

function show(on: boolean): void {
  document.documentElement.dataset['readings'] = on ? 'on' : 'off';
  button?.setAttribute('aria-pressed', String(on));
}

if (button !== null) {
  delete button.dataset['waiting'];
  show(remembered());
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    show(on);
    try {
      localStorage.setItem(STORE, on ? 'on' : 'off');
    } catch {
      // Storage may be switched off; the switch works for this page all the same.
    }
  });
}

export {};
