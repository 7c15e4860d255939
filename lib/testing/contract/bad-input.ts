// Every endpoint with everything that it should not be sent: never 500, and every bad path named.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { pathParameters, type Contract } from "@/lib/api/contract";
import { defaultLimits } from "@/lib/limits";
import { requestFor } from "@/lib/testing/call-as";
import { anonymous } from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import { handlerOf } from "@/lib/testing/routes";
import { known, makeActor } from "./actors";
import { callEndpoint, readyCall, send } from "./call";
import type { Endpoint, Rule } from "./cases";

export function describeBadInput(endpoints: readonly Endpoint[]): void {
  test.each(endpoints)("$name answers 200 to a valid call", async (endpoint) => {
    expect((await send(endpoint)).status).toBe(200);
  });

  const writes = endpoints.filter(({ contract }) => contract.method !== "GET");
  const withBody = endpoints.filter(({ body }) => body);
  const withPath = endpoints.filter(({ contract }) => pathParameters(contract.path).length > 0);

  describe.runIf(withBody.length > 0)("a body", () => describeBodies(withBody));
  describe.runIf(writes.length > 0)("the size of a body", () => describeSizes(writes));
  describe("a query", () => describeQueries(endpoints));
  describe.runIf(withPath.length > 0)("a path", () => describePaths(withPath));

  describe("X-Request-Id", () => {
    test.each(endpoints)("$name takes a good one over", async (endpoint) => {
      const id = `Az09._-${"x".repeat(121)}`;
      const called = await send(endpoint, { headers: { "X-Request-Id": id } });
      expect(called.headers.get("x-request-id")).toBe(id);
    });
  });
}

async function bodyOf(endpoint: Endpoint): Promise<Record<string, unknown>> {
  const { input } = await readyCall(endpoint);
  return z.record(z.string(), z.unknown()).parse(input.body);
}

function keysOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function bodySchemaOf(contract: Contract): z.ZodType | undefined {
  if (contract.method === "GET") return undefined;
  return typeof contract.body === "function" ? contract.body(defaultLimits) : contract.body;
}

function describeBodies(endpoints: readonly Endpoint[]): void {
  const notObjects = {
    "broken JSON": '{"a":',
    "two values": "{} {}",
    "a comment": "{/* */}",
    "an array": "[]",
    "a text": '"x"',
    "a number": "5",
    true: "true",
    "invalid UTF-8": new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    "an unescaped control character": '{"display_name":"a\u0001b"}',
    "deep nesting": "[".repeat(200_000),
  };
  const cases = endpoints.flatMap((endpoint) =>
    Object.entries(notObjects).map(([kind, rawBody]) => ({ ...endpoint, endpoint, kind, rawBody })),
  );
  test.each(cases)("of $name that is $kind is refused", async ({ endpoint, rawBody }) => {
    const called = await send(endpoint, { rawBody });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["body"]);
  });

  const empty = ["", "{}", "null"];
  test.each(
    endpoints.flatMap((endpoint) => empty.map((rawBody) => ({ ...endpoint, endpoint, rawBody }))),
  )("of $name that is $rawBody lacks every required key", async ({ endpoint, body, rawBody }) => {
    const called = await send(endpoint, { rawBody });
    expect(called.status).toBe(body?.required ? 400 : 200);
    expect(called.badPaths.sort()).toEqual([...(body?.required ?? [])].sort());
  });

  test.each(endpoints)("of $name may hold unknown keys of any kind", async (endpoint) => {
    const unknown = {
      id: 5,
      totp_secret: "\u0000",
      isadmin: { deeply: [null, { nested: "\ud800" }] },
      auth_type: [],
      last_login_time: "yesterday",
      "": "",
      __proto__x: 1,
      constructor: { prototype: {} },
    };
    const ready = await readyCall(endpoint);
    const own = z.record(z.string(), z.unknown()).parse(ready.input.body);
    const called = await callEndpoint(endpoint, ready, { body: { ...unknown, ...own } });
    expect(called.status).toBe(200);
  });

  test.each(endpoints)("of $name is not sent where it is null", async (endpoint) => {
    const ready = await readyCall(endpoint);
    const own = z.record(z.string(), z.unknown()).parse(ready.input.body);
    const absent = keysOf(bodySchemaOf(endpoint.contract)).filter((key) => !(key in own));
    const nulls = Object.fromEntries(absent.map((key) => [key, null]));
    const called = await callEndpoint(endpoint, ready, { body: { ...own, ...nulls } });
    expect(called.status).toBe(200);
  });

  test.each(endpoints)("of $name with wrong types names every wrong key", async (endpoint) => {
    const keys = keysOf(bodySchemaOf(endpoint.contract));
    expect(keys).not.toEqual([]);
    const numbers = endpoint.body?.numbers ?? [];
    for (const wrong of [5, 1e308, "x\u0000", [[]], { a: 5 }]) {
      const called = await send(endpoint, {
        body: Object.fromEntries(keys.map((key) => [key, wrong])),
      });
      expect(called.status, JSON.stringify(wrong)).toBe(400);
      const named = new Set(called.badPaths.map((path) => path.split(".")[0]));
      const expected = keys.filter((key) => wrong !== 5 || !numbers.includes(key));
      expect([...named].sort(), JSON.stringify(wrong)).toEqual(expected.sort());
    }
  });

  const badTexts = {
    NUL: "a\u0000b",
    "a line break": "a\nb",
    escape: "a\u001bb",
    delete: "a\u007fb",
    "a C1 character": "a\u0085b",
    "an override of direction": "a\u202eb",
    "an isolate": "a\u2067b",
    "a lone high surrogate": "abc\ud800",
    "a lone low surrogate": "\udc00abc",
  };
  const texts = endpoints.flatMap((endpoint) =>
    (endpoint.body?.text ?? []).flatMap((key) =>
      Object.entries(badTexts).map(([kind, value]) => ({
        ...endpoint,
        endpoint,
        key,
        kind,
        value,
      })),
    ),
  );
  test.each(texts)("of $name with $kind in $key is refused", async ({ endpoint, key, value }) => {
    const own = await bodyOf(endpoint);
    const [name = "", index] = key.split(".");
    const body = { ...own, [name]: index === undefined ? value : [value] };
    const called = await send(endpoint, { body });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([key]);
  });
}

const MEBIBYTE = 1024 * 1024;

function maxBytesOf({ maxBodyMiB = 1 }: Endpoint): number {
  return maxBodyMiB * MEBIBYTE;
}

function describeSizes(endpoints: readonly Endpoint[]): void {
  test.each(endpoints)("of $name over its limit is refused, announced or not", async (endpoint) => {
    const { caller, input } = await readyCall(endpoint);
    const call = { caller, input: { ...input, body: undefined } };
    const before = await fingerprint();
    const announced = { rawBody: "x", headers: { "content-length": String(2 ** 40) } };
    const tooLong = { rawBody: " ".repeat(maxBytesOf(endpoint) + 1) };
    expect((await callEndpoint(endpoint, call, announced)).status).toBe(413);
    expect((await callEndpoint(endpoint, call, tooLong)).status).toBe(413);
    expect(await fingerprint()).toBe(before);
  });

  test.each(endpoints)("of $name just within its limit is read", async (endpoint) => {
    const ready = await readyCall(endpoint);
    const rawBody = JSON.stringify(ready.input.body ?? {}).padEnd(maxBytesOf(endpoint), " ");
    expect((await callEndpoint(endpoint, ready, { rawBody })).status).toBe(200);
  });

  test.each(endpoints)("of $name does not matter to whoever may not call it", async (endpoint) => {
    const { input } = await readyCall(endpoint);
    const isRefused = known.filter((who) =>
      endpoint.rules?.every((rule) => isForbidden(rule, who)),
    );
    const callers = await Promise.all(isRefused.map((who) => makeActor(who, { hasSudo: true })));
    const before = await fingerprint();
    for (const rawBody of ["{", " ".repeat(maxBytesOf(endpoint) + 1)]) {
      for (const caller of callers) {
        expect((await callEndpoint(endpoint, { caller, input }, { rawBody })).status).toBe(403);
      }
      if (endpoint.open !== undefined) continue;
      const called = await callEndpoint(endpoint, { caller: anonymous, input }, { rawBody });
      expect(called.status).toBe(401);
    }
    expect(await fingerprint()).toBe(before);
  });
}

function isForbidden({ may, others }: Rule, who: (typeof known)[number]): boolean {
  return !may.includes(who) && others?.[who] === undefined;
}

async function sendQuery(endpoint: Endpoint, extra: string) {
  const ready = await readyCall(endpoint);
  const own = new URLSearchParams(z.record(z.string(), z.string()).parse(ready.input.query ?? {}));
  for (const [key] of new URLSearchParams(extra)) own.delete(key);
  const query = [own.toString(), extra].filter(Boolean).join("&");
  return callEndpoint(endpoint, ready, { query });
}

function describeQueries(endpoints: readonly Endpoint[]): void {
  test.each(endpoints)("of $name that gives a key twice is refused", async (endpoint) => {
    const single = keysOf(endpoint.contract.query).filter(
      (key) => !endpoint.repeatable?.includes(key),
    );
    for (const key of single) {
      const { status, badPaths } = await sendQuery(endpoint, `${key}=1&${key}=1`);
      expect({ status, badPaths }).toEqual({ status: 400, badPaths: [key] });
    }
  });

  test.each(endpoints)("of $name with bad text names the key", async (endpoint) => {
    const broken = ["%ED%A0%80", "%FF", "%", "%zz", "%2"];
    for (const bad of ["%00", "a%0Ab", "%7F", "%C2%85", "%E2%80%AE", "%E2%81%A6", ...broken]) {
      for (const key of keysOf(endpoint.contract.query)) {
        const { status, badPaths } = await sendQuery(endpoint, `${key}=${bad}`);
        expect({ bad, status, badPaths }).toEqual({ bad, status: 400, badPaths: [key] });
      }
    }
  });

  test.each(endpoints)(
    "of $name may hold empty values, which are answered in words",
    async (endpoint) => {
      for (const key of keysOf(endpoint.contract.query)) {
        expect((await sendQuery(endpoint, `${key}=`)).status, key).toBeLessThan(500);
      }
    },
  );

  test.each(endpoints)("of $name may hold unknown keys, broken ones too", async (endpoint) => {
    const extra = "x=1&x=2&y=%00&z=%zz&%zz=1&&=&constructor=1&__proto__=2";
    expect((await sendQuery(endpoint, extra)).status).toBe(200);
  });

  const withoutDryRun = endpoints.filter(
    ({ contract, flags }) => contract.method !== "GET" && !flags?.includes("dry_run"),
  );
  test.each(withoutDryRun)(
    "of $name that asks for a dry run is refused, and nothing done",
    async (endpoint) => {
      const ready = await readyCall(endpoint);
      const before = await fingerprint();
      for (const value of ["true", "false", ""]) {
        const own = z.record(z.string(), z.string()).parse(ready.input.query ?? {});
        const called = await callEndpoint(endpoint, ready, { query: { ...own, dry_run: value } });
        const { status, badPaths } = called;
        expect({ status, badPaths }).toEqual({ status: 400, badPaths: ["dry_run"] });
      }
      expect(await fingerprint()).toBe(before);
    },
  );

  test.each(endpoints)("of $name takes only true and false for a flag", async (endpoint) => {
    for (const key of endpoint.flags ?? []) {
      for (const wrong of ["", "1", "TRUE", "yes", "truefalse"]) {
        const { status, badPaths } = await sendQuery(endpoint, `${key}=${wrong}`);
        expect({ status, badPaths }).toEqual({ status: 400, badPaths: [key] });
      }
      for (const right of ["true", "false"]) {
        expect((await sendQuery(endpoint, `${key}=${right}`)).status).toBe(200);
      }
    }
  });
}

function describePaths(endpoints: readonly Endpoint[]): void {
  const inEach = endpoints.flatMap((endpoint) =>
    pathParameters(endpoint.contract.path).map((parameter) => ({
      ...endpoint,
      endpoint,
      parameter: parameter.name,
    })),
  );
  const bad = ["%00", "a%0Ab", "%E2%80%AE", "%zz", "%", "%ED%A0%80", "%FF", "a%85b"];
  const cases = inEach.flatMap((each) => bad.map((part) => ({ ...each, part })));

  test.each(cases)(
    "$name with $part for $parameter is refused",
    async ({ endpoint, parameter, part }) => {
      const { status, badPaths } = await sendPath(endpoint, parameter, part);
      // Only the caller's own name may be checked: any other is refused before it is parsed.
      const isSelfOnly =
        namesUser(endpoint.contract, parameter) &&
        endpoint.rules?.every(({ about, may }) => about === "self" || may.length === 0);
      expect(status).toBe(isSelfOnly ? 403 : 400);
      expect(badPaths).toEqual(isSelfOnly ? [] : [parameter]);
    },
  );

  test.each(inEach)(
    "$name with 10,000 characters for $parameter does not break",
    async ({ endpoint, parameter }) => {
      const ready = await readyCall(endpoint);
      const params = { ...ready.input.params, [parameter]: "x".repeat(10_000) };
      const called = await callEndpoint(endpoint, ready, { params });
      expect([400, 403, 404]).toContain(called.status);
    },
  );
}

function namesUser({ about }: Contract, parameter: string): boolean {
  return about?.kind === "user" && about.in === "path" && about.name === parameter;
}

const PLACE = "the-part-that-is-bad";

/** @param part goes into the address as it is */
async function sendPath(endpoint: Endpoint, parameter: string, part: string) {
  const { caller, input } = await readyCall(endpoint);
  const params = { ...input.params, [parameter]: PLACE };
  const request = requestFor(endpoint.contract, caller, { ...input, params });
  const { method, headers } = request;
  const body = await request.text();
  const handler = await handlerOf(endpoint.contract);
  const url = request.url.replace(PLACE, part);
  const response = await handler(new Request(url, { method, headers, ...(body && { body }) }));
  const { Errors: errors = [] } = z
    .object({ Errors: z.array(z.object({ path: z.string() })).optional() })
    .parse(await response.json());
  return { status: response.status, badPaths: errors.map(({ path }) => path) };
}
