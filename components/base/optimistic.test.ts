import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test, vi } from "vitest";
import { createOptimisticChange } from "./optimistic";

type Lamps = Record<string, boolean>;

interface Request {
  changes: readonly Lamps[];
  succeed: () => void;
  fail: () => void;
}

const queryKey = ["lamps"];

/** Two lamps, whose requests the test answers. */
function lamps(restMs = 0) {
  const client = new QueryClient();
  client.setQueryData<Lamps>(queryKey, { red: false, blue: false });
  const requests: Request[] = [];
  const onShown = vi.fn<(data: Lamps) => void>();
  const change = createOptimisticChange<Lamps, Lamps>(client, {
    queryKey,
    patch: (data, part) => ({ ...data, ...part }),
    save: (changes) =>
      new Promise<void>((resolve, reject) => {
        const fail = () => {
          reject(new Error("no"));
        };
        requests.push({ changes, succeed: resolve, fail });
      }),
    failure: "The lamps were not saved",
    restMsOf: () => restMs,
    onShown,
  });
  return {
    client,
    change,
    onShown,
    shown: () => client.getQueryData<Lamps>(queryKey),
    request: (index: number) =>
      vi.waitFor(() => {
        const found = requests[index];
        if (!found) throw new Error("It has not been sent yet.");
        return found;
      }),
  };
}

describe("an optimistic change", () => {
  test("shows at once, and stays when it is saved", async () => {
    const { client, change, shown, request } = lamps();
    change({ red: true });
    expect(shown()).toEqual({ red: true, blue: false });
    (await request(0)).succeed();
    await vi.waitFor(() => {
      expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
    });
    expect(shown()).toEqual({ red: true, blue: false });
  });

  test("is told once more when it is saved, as others may have asked the server meanwhile", async () => {
    const { change, onShown, request } = lamps();
    change({ red: true });
    const first = await request(0);
    expect(onShown).toHaveBeenCalledTimes(1);
    first.succeed();
    await vi.waitFor(() => {
      expect(onShown.mock.calls).toEqual([
        [{ red: true, blue: false }],
        [{ red: true, blue: false }],
      ]);
    });
  });

  test("is taken back when it cannot be saved, and whoever shows it is told", async () => {
    const { change, shown, onShown, request } = lamps();
    change({ red: true });
    (await request(0)).fail();
    await vi.waitFor(() => {
      expect(shown()).toEqual({ red: false, blue: false });
    });
    expect(onShown.mock.calls).toEqual([
      [{ red: true, blue: false }],
      [{ red: false, blue: false }],
    ]);
  });

  test("waits for the one before it, and goes out together with what waits too", async () => {
    const { change, shown, request } = lamps();
    change({ red: true });
    const first = await request(0);
    change({ blue: true });
    change({ red: false });
    expect(shown()).toEqual({ red: false, blue: true });
    first.succeed();
    const second = await request(1);
    expect([first.changes, second.changes]).toEqual([
      [{ red: true }],
      [{ blue: true }, { red: false }],
    ]);
    expect(shown()).toEqual({ red: false, blue: true });
  });

  test("that may rest goes out together with those that come meanwhile", async () => {
    vi.useFakeTimers();
    try {
      const { client, change, shown, request } = lamps(700);
      change({ red: true });
      change({ blue: true });
      change({ red: false });
      expect(shown()).toEqual({ red: false, blue: true });
      await vi.advanceTimersByTimeAsync(700);
      const only = await request(0);
      expect(only.changes).toEqual([{ red: true }, { blue: true }, { red: false }]);
      only.fail();
      await vi.waitFor(() => {
        expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
      });
      expect(shown()).toEqual({ red: false, blue: false });
    } finally {
      vi.useRealTimers();
    }
  });

  test("stays when only the one before it failed", async () => {
    const { change, shown, request } = lamps();
    change({ red: true });
    const first = await request(0);
    change({ blue: true });
    first.fail();
    await request(1);
    expect(shown()).toEqual({ red: false, blue: true });
  });

  test("that fails does not take back what was saved before it", async () => {
    const { change, shown, request } = lamps();
    change({ red: true });
    const first = await request(0);
    change({ blue: true });
    first.succeed();
    (await request(1)).fail();
    await vi.waitFor(() => {
      expect(shown()).toEqual({ red: true, blue: false });
    });
  });

  test("is not overwritten by an answer that was on its way", async () => {
    const { client, change, shown } = lamps();
    let arrive: (data: Lamps) => void = () => undefined;
    const fetching = client.query({
      queryKey,
      queryFn: () =>
        new Promise<Lamps>((resolve) => {
          arrive = resolve;
        }),
    });
    change({ red: true });
    arrive({ red: false, blue: false });
    await fetching;
    expect(shown()).toEqual({ red: true, blue: false });
  });
});
