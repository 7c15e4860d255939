import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callImport } from "./calls";
import { columnsIn, toSend, type Draft } from "./draft";
import { foreseenOf, type Foreseen } from "./foreseen";

/** Whoever mends one cell after the other is not answered for each. */
const PAUSE_MS = 400;

/** What the server would do with a draft. The last answer stays while a new one is asked for. */
export function foreseenQuery(draftId: string, draft: Draft) {
  const { revision, layout, mode } = draft;
  return queryOptions({
    queryKey: ["users-import-preview", draftId, revision] as const,
    queryFn: async ({ signal }): Promise<Foreseen & { layout: number }> => {
      await pause(signal);
      const { lines, rows } = toSend(draft);
      if (rows.length === 0) return { layout, ...foreseenOf([], { done: [], errors: [] }) };
      const query = { mode, dry_run: "true" } as const;
      return {
        layout,
        ...foreseenOf(lines, await callImport("users", { query, body: { rows }, signal })),
      };
    },
    enabled: columnsIn(draft).includes("username"),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(new DOMException("Asked anew.", "AbortError"));
      },
      { once: true },
    );
  });
}
