/** As a `ref`: what appears in the place of what had the focus takes it. */
export function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}
