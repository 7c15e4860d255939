import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { ApiError } from "./api-error";
import { lazyClient } from "./client";
import { defineContracts, plainText, wrapped } from "./contract";

const contracts = defineContracts({
  get: {
    method: "GET",
    path: "/api/things/{name}",
    who: "anyone",
    summary: "Get a thing",
    params: z.object({ name: z.string() }),
    query: z.object({ tag: z.array(z.string()).optional() }),
    response: wrapped(z.string()),
  },
  file: {
    method: "GET",
    path: "/api/things/{name}/file",
    who: "anyone",
    summary: "Get the file of a thing",
    params: z.object({ name: z.string() }),
    response: plainText(),
  },
});

const callThings = lazyClient(() => Promise.resolve(contracts));

function answerWith(body: unknown, init?: ResponseInit) {
  const fetched = vi.fn(() => Promise.resolve(Response.json(body, init)));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a call by the name of its contract entry", () => {
  test("fills in the path, repeats lists in the query, and takes the answer out of its envelope", async () => {
    const fetched = answerWith({ Code: 200, Message: "OK", Response: "found" });
    const input = { params: { name: "a/b" }, query: { tag: ["x", "y"] } };
    expect(await callThings("get", input)).toBe("found");
    expect(fetched).toHaveBeenCalledWith("/api/things/a%2Fb?tag=x&tag=y", expect.anything());
  });

  test("answers a text as it is", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response('{"a": "file"}\n')));
    expect(await callThings("file", { params: { name: "a" } })).toBe('{"a": "file"}\n');
  });

  test("throws what the server says in place of a text", async () => {
    answerWith({ Code: 409, Message: "Not yet." }, { status: 409 });
    const call = callThings("file", { params: { name: "a" } });
    await expect(call).rejects.toMatchObject({ status: 409, message: "Not yet." });
  });

  test("throws what the server says", async () => {
    answerWith({ Code: 404, Message: 'There is no thing "a".' }, { status: 404 });
    const call = callThings("get", { params: { name: "a" }, query: {} });
    await expect(call).rejects.toMatchObject({ status: 404, message: 'There is no thing "a".' });
  });

  test("is an unreachable server when the contracts cannot be loaded", async () => {
    const callNothing = lazyClient<typeof contracts>(() => Promise.reject(new Error("no chunk")));
    const call = callNothing("get", { params: { name: "a" }, query: {} });
    await expect(call).rejects.toBeInstanceOf(ApiError);
    await expect(call).rejects.toMatchObject({ status: 0 });
  });
});
