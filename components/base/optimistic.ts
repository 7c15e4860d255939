import type { QueryClient, QueryKey } from "@tanstack/react-query";

interface OptimisticChange<Data, Change> {
  /** The cached data that the change shows in. */
  queryKey: QueryKey;
  /** What the data is after a change; pure. */
  patch: (data: Data, change: Change) => Data;
  /** Saves changes, oldest first, in one request. */
  save: (changes: readonly Change[]) => Promise<unknown>;
  /** What is said when they could not be saved: "The preferences were not saved". */
  failure: string;
  /** How long to wait for another change before this one is saved, so that several in a row are one. */
  restMsOf?: (change: Change) => number;
  /** Told what is shown after every change, once more when it is saved, and what came back when it failed. */
  onShown?: (data: Data) => void;
}

/**
 * Makes a function that shows a change at once and saves it. One request runs at a time; what comes meanwhile
 * waits and goes out together, so the last change wins. When saving fails, what it should have saved is taken
 * back, and what came after it stays. For what can be undone by the same hand: switches, choices, memberships.
 */
export function createOptimisticChange<Data, Change>(
  client: QueryClient,
  { queryKey, patch, save, failure, restMsOf = () => 0, onShown }: OptimisticChange<Data, Change>,
): (change: Change) => void {
  let waiting: Change[] = [];
  let isSaving = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** What the server has, as far as this function knows. */
  let saved: Data | undefined;

  const mutations = client.getMutationCache();
  const mutationOptions = { mutationFn: save, meta: { failure } };

  function show(data: Data | undefined) {
    if (data === undefined) return;
    client.setQueryData<Data>(queryKey, data);
    tell(data);
  }

  function tell(data: Data | undefined) {
    if (data !== undefined) onShown?.(data);
  }

  function patched(data: Data | undefined, changes: readonly Change[]): Data | undefined {
    return data === undefined ? undefined : changes.reduce(patch, data);
  }

  async function saveAll() {
    isSaving = true;
    while (waiting.length > 0) {
      const changes = waiting;
      waiting = [];
      try {
        await mutations.build(client, mutationOptions).execute(changes);
        saved = patched(saved, changes);
        // Again: whoever asked the server meanwhile was told what was there before.
        if (waiting.length === 0) tell(client.getQueryData<Data>(queryKey));
      } catch {
        // The mutation cache has said it.
        show(patched(saved, waiting));
      }
    }
    isSaving = false;
    await client.invalidateQueries({ queryKey });
  }

  if (typeof window !== "undefined") {
    // Nobody waits on a page that goes away.
    window.addEventListener("pagehide", () => {
      clearTimeout(resting);
      if (waiting.length > 0) saveWaiting();
    });
  }

  return (change) => {
    void client.cancelQueries({ queryKey });
    const shown = client.getQueryData<Data>(queryKey);
    if (!isSaving && waiting.length === 0) saved = shown;
    waiting.push(change);
    show(patched(shown, [change]));
    clearTimeout(resting);
    const restMs = restMsOf(change);
    if (restMs > 0) resting = setTimeout(saveWaiting, restMs);
    else saveWaiting();
  };

  function saveWaiting() {
    if (!isSaving) void saveAll();
  }
}
