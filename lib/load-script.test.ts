import { afterEach, describe, expect, test, vi } from "vitest";
import { loadScript, loadScriptTwice, ScriptError } from "./load-script";

/** As the bundler's runtime throws it. */
function missing(): Error {
  const error = new Error("Failed to load chunk /_next/static/chunks/a1.js from module 7");
  error.name = "ChunkLoadError";
  return error;
}

function serverAnswers(status: number | null) {
  const request = vi.fn(() =>
    status === null
      ? Promise.reject(new TypeError("Failed to fetch"))
      : Promise.resolve(new Response(null, { status })),
  );
  vi.stubGlobal("fetch", request);
  return request;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a script that does not come", () => {
  test.each([
    ["is gone when the server answers without it", 404, true],
    ["may come later when the server has it", 200, false],
    ["may come later when the server fails", 502, false],
    ["may come later when nobody answers", null, false],
  ])("%s", async (_name, status, isGone) => {
    const request = serverAnswers(status);
    const error = await loadScript(() => Promise.reject(missing())).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ScriptError);
    expect(error).toMatchObject({ isGone });
    expect(request).toHaveBeenCalledWith("/_next/static/chunks/a1.js", expect.anything());
  });

  test("is tried a second time, and no more", async () => {
    vi.useFakeTimers();
    serverAnswers(null);
    const load = vi.fn(() => Promise.reject(missing()));
    const outcome = loadScriptTwice(load).catch((e: unknown) => e);
    await vi.runAllTimersAsync();
    expect(await outcome).toBeInstanceOf(ScriptError);
    expect(load).toHaveBeenCalledTimes(2);
  });

  test("but a script that came and failed stays its own error", async () => {
    const mistake = new TypeError("x is undefined");
    await expect(loadScriptTwice(() => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});
