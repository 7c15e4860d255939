// Catches what the process would log.
import { createLoggers } from "@/lib/logger";

/** The lines that were logged, as they would be written, while `work` ran. */
export async function logOf(work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const before = globalThis.musterLoggers;
  globalThis.musterLoggers = createLoggers("trace", { write: (line) => void lines.push(line) });
  try {
    await work();
    return lines;
  } finally {
    globalThis.musterLoggers = before;
  }
}
