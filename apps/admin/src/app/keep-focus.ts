const REMEMBERED = 20;

/** The dialog or drawer on top, if one is open. */
function topmost(): Element | undefined {
  return [...document.querySelectorAll('[role="dialog"]')].filter((dialog) => dialog.checkVisibility()).at(-1);
}

function focusable(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}

/**
 * Whoever works with the keyboard goes on where a dialog was opened: when one is taken off the page together with the focus,
 * what had it before gets it back. Dialogs do so themselves only where they are closed before they are removed.
 */
export function keepFocus(): void {
  let had: HTMLElement[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) had = [target, ...had.filter((one) => one !== target)].slice(0, REMEMBERED);
  });
  new MutationObserver((changes) => {
    const gone = changes.some(({ removedNodes }) => removedNodes.length > 0);
    if (!gone || document.activeElement !== document.body) return;
    const dialog = topmost();
    const back = had.find((element) => focusable(element) && (!dialog || dialog.contains(element)));
    (back ?? document.getElementById('main'))?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true });
}
