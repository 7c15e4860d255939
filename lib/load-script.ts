/** Scripts that come after a page's first one, and what is said when one does not come. */

const PAUSE_MS = 1000;

/** A script did not come. */
export class ScriptError extends Error {
  /** The server answers, but has no such script any more: it was updated since the page was loaded. */
  readonly isGone: boolean;

  constructor(isGone: boolean) {
    super(
      isGone
        ? "The server was updated since this page was loaded. Reload the page to go on."
        : "A part of this page did not arrive. Check your connection and try again.",
    );
    this.name = "ScriptError";
    this.isGone = isGone;
  }
}

/** @param load an `import()`, which asks the network again when it failed. @throws ScriptError */
export async function loadScript<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(explain);
}

/** As {@link loadScript}, with a second try after a moment. @throws ScriptError */
export async function loadScriptTwice<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(async (error: unknown) => {
    if (!isMissingScript(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return loadScript(load);
  });
}

/** A script that came and failed is a mistake of ours, and stays what it is. */
async function explain(error: unknown): Promise<never> {
  if (!isMissingScript(error)) throw error;
  throw new ScriptError(await isGone(error));
}

/** The bundler's word for it. */
export function isMissingScript(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}

/** The event of a script that failed does not tell whether there was an answer. */
async function isGone(error: unknown): Promise<boolean> {
  const url = /\/_next\/static\/\S+/.exec(String(error))?.[0];
  if (url === undefined) return false;
  const response = await fetch(url, { method: "HEAD", cache: "no-store" }).catch(() => null);
  return response?.status === 404;
}
