// Catches what the process would log.
import { createLogger } from "@/lib/logger";

/** The lines that were logged, as they would be written, while `work` ran. */
export async function logOf(work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const before = globalThis.musterLogger;
  globalThis.musterLogger = createLogger("trace", { write: (line) => void lines.push(line) });
  try {
    await work();
    return lines;
  } finally {
    globalThis.musterLogger = before;
  }
}
