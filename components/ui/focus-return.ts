/** Where the focus goes when a dialog closes, also when its opener was a menu item or is gone by then. */

let menuButton: HTMLElement | null = null;
let handedOver: HTMLElement | null = null;

/** For menus, as they close: whatever their entry opens comes back to the menu's button. */
export function noteMenuButton(button: HTMLElement | null): void {
  menuButton = button;
}

/** For dialogs, as they go: the one that takes their place at once comes back to the same control. */
export function handOverOpener(opener: HTMLElement | null): void {
  handedOver = opener;
}

/** The control to come back to, seen at the moment a dialog opens. */
export function currentOpener(): HTMLElement | null {
  const active = document.activeElement;
  const noted = menuButton ?? handedOver;
  menuButton = null;
  if (!(active instanceof HTMLElement)) return noted;
  return active === document.body || active.closest("[role=menu]") ? noted : active;
}

/** Focuses the opener, or the page's main region when the opener has left the page. */
export function returnFocus(opener: HTMLElement | null): void {
  handedOver = null;
  if (opener?.isConnected && opener.checkVisibility()) {
    opener.focus();
    return;
  }
  focusMain();
}

/** For who goes on to another page, or when what had the focus leaves the page: the keyboard goes on with the page. */
export function focusMain(): void {
  document.querySelector("main")?.focus({ preventScroll: true });
}
