// The forms of an answer that no other endpoint has: lists within an object, plain text, the entity in a 412.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { changed } from "@/lib/errors";
import { defaultLimits } from "@/lib/limits";
import { callAs } from "@/lib/testing/call-as";
import { anonymous } from "@/lib/testing/factories";
import { logOf } from "@/lib/testing/log";
import { bare, defineContracts, plainText, streamedWithin } from "./contract";
import { createHandle } from "./handle";

const handle = createHandle({ readLimits: () => Promise.resolve(defaultLimits) });
const common = { method: "GET", path: "/api/health", who: "anyone", summary: "A test" } as const;

async function* batchesOf<T>(...batches: T[][]): AsyncGenerator<T[]> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

const item = z.object({ name: z.string() });
const head = z.object({ node_id: z.string(), network: z.string() });

const { list, wrappedMap, text, tagged } = defineContracts({
  list: { ...common, response: streamedWithin({ head, key: "users" }, item) },
  wrappedMap: {
    ...common,
    response: streamedWithin(
      { head: z.object({}), key: "mappings", isMap: true },
      z.tuple([z.string(), item]),
      "Mappings",
    ),
  },
  text: { ...common, response: plainText() },
  tagged: { ...common, versioned: true, response: plainText() },
});

describe("a list within an object", () => {
  const values = { node_id: "g", network: 'with "quotes"' };

  test("comes behind what the object begins with", async () => {
    const batches = batchesOf([{ name: "ada" }], [], [{ name: "bob" }]);
    const called = await callAs(
      anonymous,
      handle(list, () => ({ head: values, batches })),
    );
    expect(JSON.parse(called.text)).toEqual({
      ...values,
      users: [{ name: "ada" }, { name: "bob" }],
    });
  });

  test("may be empty", async () => {
    const called = await callAs(
      anonymous,
      handle(list, () => ({ head: values, batches: batchesOf<{ name: string }>() })),
    );
    expect(JSON.parse(called.text)).toEqual({ ...values, users: [] });
  });

  test("lets nothing out that its schemas do not name", async () => {
    const batches = batchesOf([{ name: "ada", secret: "x" }]);
    const called = await callAs(
      anonymous,
      handle(list, () => ({ head: { ...values, secret: "x" }, batches })),
    );
    expect(called.text).not.toContain("secret");
  });
});

describe("a map within an object", () => {
  test.each<[[string, { name: string }][], object]>([
    [[], {}],
    [[["10.0.0.1", { name: "ada" }]], { "10.0.0.1": { name: "ada" } }],
    [
      [
        ['a "b"', { name: "ada" }],
        ["c", { name: "bob" }],
      ],
      { 'a "b"': { name: "ada" }, c: { name: "bob" } },
    ],
  ])("of %j is one object", async (pairs, expected) => {
    const run = () => ({ head: {}, batches: batchesOf(pairs) });
    const called = await callAs(anonymous, handle(wrappedMap, run));
    expect(called.payload).toEqual({ mappings: expected });
  });
});

test("plain text comes as it is", async () => {
  const called = await callAs(
    anonymous,
    handle(text, async function* () {
      yield await Promise.resolve("[Peer]\n");
      yield "# ada\n";
    }),
  );
  expect(called.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(called.text).toBe("[Peer]\n# ada\n");
});

describe("a text with an entity tag", () => {
  async function* lines() {
    yield await Promise.resolve("# ada\n");
  }

  /** What is asked of the verb, in order, and what is answered. */
  async function call(headers: Record<string, string>) {
    const asked: string[] = [];
    const run = () => ({
      readTag: () => Promise.resolve(asked.push("tag")).then(() => '"7"'),
      open: () =>
        Promise.resolve(asked.push("text")).then(() => ({ etag: '"7"', entity: lines() })),
    });
    const { status, text: body } = await callAs(anonymous, handle(tagged, run), { headers });
    return { status, body, asked };
  }

  test.each(['"7"', 'W/"7"', '"6", "7"', '"7-gzip"', "*"])(
    "is spared whoever has it: %s",
    async (known) => {
      const called = await call({ "If-None-Match": known });
      expect(called).toEqual({ status: 304, body: "", asked: ["tag"] });
    },
  );

  test.each(["", "7", '"70"', 'W/"6"'])("comes to whoever has another: %j", async (known) => {
    const called = await call({ "If-None-Match": known });
    expect(called).toEqual({ status: 200, body: "# ada\n", asked: ["tag", "text"] });
  });

  test("is not asked for its tag alone by whoever has none", async () => {
    expect(await call({})).toEqual({ status: 200, body: "# ada\n", asked: ["text"] });
  });
});

describe("the entity in a 412", () => {
  const write = {
    ...common,
    method: "POST",
    path: "/api/users/adm/authenticate",
    audit: null,
    response: bare(z.null()),
  } as const;
  const { guarded, unguarded } = defineContracts({
    guarded: { ...write, honoursIfMatch: item },
    unguarded: write,
  });
  const refuse = () => {
    throw changed({ entity: { name: "ada", secret: "x" }, etag: '"7"' });
  };

  test("goes through its schema", async () => {
    const called = await callAs(anonymous, handle(guarded, refuse));
    expect(called.status).toBe(412);
    expect(called.problem.Response).toEqual({ name: "ada" });
    expect(called.headers.get("etag")).toBe('"7"');
  });

  test("does not leave without one", async () => {
    const lines = await logOf(async () => {
      const called = await callAs(anonymous, handle(unguarded, refuse));
      expect(called.status).toBe(500);
      expect(called.text).not.toContain("secret");
    });
    expect(lines.join()).toContain("honours no If-Match");
  });
});

test("an entry and its handler agree on whether there is CSV", () => {
  const { withCsv } = defineContracts({
    withCsv: {
      ...common,
      csv: { item, columns: ["name"], filename: "names" },
      response: bare(z.null()),
    },
  });
  expect(() => handle(withCsv, () => null)).toThrow(TypeError);
});
