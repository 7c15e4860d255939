import "server-only";

/** So long a provider has for each part of a round trip. */
export const PATIENCE_MS = 5_000;

/** Whether a provider was not there, took too long, or broke down: nobody's guess. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && /^E[A-Z]+/.test(error.code)) return true;
  if ("response" in error && isServerFault(error.response)) return true;
  return error.name === "TimeoutError" || /timed out|^fetch failed/.test(error.message);
}

function isServerFault(response: unknown): boolean {
  if (typeof response !== "object" || response === null) return false;
  return "statusCode" in response && Number(response.statusCode) >= 500;
}

/** @throws an error named `TimeoutError` when it takes longer */
export async function withinPatience<T>(work: Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const silence = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(new DOMException("The provider timed out.", "TimeoutError"));
    });
  });
  return Promise.race([work, silence]);
}
