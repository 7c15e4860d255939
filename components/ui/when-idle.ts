/** When the browser has nothing better to do. Returns the way back. */
export function whenIdle(run: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 500);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = window.requestIdleCallback(run, { timeout: 2000 });
  return () => {
    window.cancelIdleCallback(handle);
  };
}
