// Every endpoint with everything that it should not be sent: never 500, and every bad path named.
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { defaultLimits, type Contract } from "@/lib/api/contract";
import type { RouteHandler } from "@/lib/api/handle";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import { anActor, type Caller, type TestActor } from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import { loadHandlers } from "@/lib/testing/routes";
import { validCalls, type ValidCall } from "@/lib/testing/valid-calls";

let superAdmin: TestActor;
let handlers: ReadonlyMap<string, RouteHandler>;

const valid = validCalls(() => superAdmin);
const endpoints = Object.keys(valid);
const withBody = endpoints.filter((name) => valid[name]?.textKeys);

beforeAll(async () => {
  handlers = await loadHandlers();
  superAdmin = await anActor("super-admin", { hasSudo: true });
});

function handlerOf(endpoint: string): RouteHandler {
  const handler = handlers.get(endpoint);
  if (!handler) throw new Error(`There is no ${endpoint}.`);
  return handler;
}

function validOf(endpoint: string): ValidCall {
  const found = valid[endpoint];
  if (!found) throw new Error(`There is no valid call of ${endpoint}.`);
  return found;
}

/** Who may call it, with a fresh throttle where there is one. */
function callerOf(endpoint: string): Caller {
  return endpoint.includes("authenticate") ? { headers: {} } : superAdmin;
}

async function send(endpoint: string, change: CallInput) {
  const input = await validOf(endpoint).input();
  return callAs(callerOf(endpoint), handlerOf(endpoint), { ...input, ...change });
}

async function bodyOf(endpoint: string): Promise<Record<string, unknown>> {
  const { body } = await validOf(endpoint).input();
  return z.record(z.string(), z.unknown()).parse(body);
}

function shapeOf(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function bodySchemaOf(contract: Contract): z.ZodType | undefined {
  if (contract.method === "GET") return undefined;
  return typeof contract.body === "function" ? contract.body(defaultLimits) : contract.body;
}

test("the table names every endpoint, and those that take a body", () => {
  expect([...endpoints].sort()).toEqual([...handlers.keys()].sort());
  const takeBody = [...handlers].filter(([, { contract }]) => bodySchemaOf(contract));
  expect([...withBody].sort()).toEqual(takeBody.map(([name]) => name).sort());
});

test.each(endpoints)("%s answers what the table says to a valid call", async (endpoint) => {
  expect((await send(endpoint, {})).status).toBe(validOf(endpoint).status ?? 200);
});

describe("a body", () => {
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
  const cases = withBody.flatMap((endpoint) =>
    Object.entries(notObjects).map(([kind, rawBody]) => ({ endpoint, kind, rawBody })),
  );
  test.each(cases)("of $endpoint that is $kind is refused", async ({ endpoint, rawBody }) => {
    const called = await send(endpoint, { rawBody });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["body"]);
  });

  const empty = ["", "{}", "null"];
  test.each(withBody.flatMap((endpoint) => empty.map((rawBody) => ({ endpoint, rawBody }))))(
    "of $endpoint that is $rawBody lacks every required key",
    async ({ endpoint, rawBody }) => {
      const { required, status } = validOf(endpoint);
      const called = await send(endpoint, { rawBody });
      expect(called.status).toBe(required ? 400 : (status ?? 200));
      expect(called.badPaths.sort()).toEqual(required ?? []);
    },
  );

  test.each(withBody)("of %s may hold unknown keys of any kind", async (endpoint) => {
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
    const called = await send(endpoint, { body: { ...unknown, ...(await bodyOf(endpoint)) } });
    expect(called.status).toBe(validOf(endpoint).status ?? 200);
  });

  test.each(withBody)("of %s is not sent where it is null", async (endpoint) => {
    const keys = shapeOf(bodySchemaOf(handlerOf(endpoint).contract));
    const own = await bodyOf(endpoint);
    const nulls = Object.fromEntries(keys.filter((key) => !(key in own)).map((key) => [key, null]));
    const called = await send(endpoint, { body: { ...own, ...nulls } });
    expect(called.status).toBe(validOf(endpoint).status ?? 200);
  });

  test.each(withBody)("of %s with wrong types names every wrong key", async (endpoint) => {
    const keys = shapeOf(bodySchemaOf(handlerOf(endpoint).contract));
    const { numberKeys = [] } = validOf(endpoint);
    for (const wrong of [5, 1e308, "x\u0000", [[]], { a: 5 }]) {
      const called = await send(endpoint, {
        body: Object.fromEntries(keys.map((key) => [key, wrong])),
      });
      expect(called.status, JSON.stringify(wrong)).toBe(400);
      const named = new Set(called.badPaths.map((path) => path.split(".")[0]));
      const expected = keys.filter((key) => wrong !== 5 || !numberKeys.includes(key));
      expect([...named].sort(), JSON.stringify(wrong)).toEqual(expected.sort());
    }
  });

  const badTexts = {
    NUL: "a\u0000b",
    "a line break": "a\nb",
    escape: "a\u001bb",
    delete: "a\u007fb",
    "a C1 character": "a\u0085b",
    "a lone high surrogate": "abc\ud800",
    "a lone low surrogate": "\udc00abc",
  };
  const textCases = withBody.flatMap((endpoint) =>
    (validOf(endpoint).textKeys ?? []).flatMap((key) =>
      Object.entries(badTexts).map(([kind, value]) => ({ endpoint, key, kind, value })),
    ),
  );
  test.each(textCases)(
    "of $endpoint with $kind in $key is refused",
    async ({ endpoint, key, value }) => {
      const own = await bodyOf(endpoint);
      const [name = "", index] = key.split(".");
      const body = { ...own, [name]: index === undefined ? value : [value] };
      const called = await send(endpoint, { body });
      expect(called.status).toBe(400);
      expect(called.badPaths).toEqual([key]);
    },
  );

  const MEBIBYTE = 1024 * 1024;
  const writes = endpoints.filter((endpoint) => !endpoint.startsWith("GET "));
  const maxBytesOf = (endpoint: string) => (endpoint.includes("/bulk") ? 4 : 1) * MEBIBYTE;

  test.each(writes)("of %s over its limit is refused, announced or not", async (endpoint) => {
    const tooLong = " ".repeat(maxBytesOf(endpoint) + 1);
    const before = await fingerprint();
    const { body: _body, ...input } = await validOf(endpoint).input();
    const announced = { ...input, rawBody: "x", headers: { "content-length": String(2 ** 40) } };
    const route = handlerOf(endpoint);
    expect((await callAs(callerOf(endpoint), route, announced)).status).toBe(413);
    expect((await callAs(callerOf(endpoint), route, { ...input, rawBody: tooLong })).status).toBe(
      413,
    );
    expect(await fingerprint(["User"])).toBe(withoutUsers(before));
  });

  test.each(writes)("of %s just within its limit is read", async (endpoint) => {
    const { body = {} } = await validOf(endpoint).input();
    const rawBody = JSON.stringify(body).padEnd(maxBytesOf(endpoint), " ");
    expect((await send(endpoint, { rawBody })).status).toBe(validOf(endpoint).status ?? 200);
  });
});

function withoutUsers(print: string): string {
  return print
    .split("\n")
    .filter((line) => !line.startsWith("User "))
    .join("\n");
}

describe("a query", () => {
  const repeatable = new Set([
    "state",
    "role",
    "account_status",
    "mfa_status",
    "auth_type",
    "group",
    "network",
  ]);

  async function forEveryKey(endpoint: string, work: (key: string) => Promise<void>) {
    for (const key of shapeOf(handlerOf(endpoint).contract.query)) await work(key);
  }

  async function sendQuery(endpoint: string, extra: string) {
    const { query } = await validOf(endpoint).input();
    const own = new URLSearchParams(z.record(z.string(), z.string()).parse(query ?? {}));
    for (const [key] of new URLSearchParams(extra)) own.delete(key);
    return send(endpoint, { query: [own.toString(), extra].filter(Boolean).join("&") });
  }

  test.each(endpoints)("of %s that gives a key twice is refused", async (endpoint) => {
    await forEveryKey(endpoint, async (key) => {
      if (repeatable.has(key)) return;
      const called = await sendQuery(endpoint, `${key}=1&${key}=1`);
      expect({ status: called.status, paths: called.badPaths }).toEqual({
        status: 400,
        paths: [key],
      });
    });
  });

  test.each(endpoints)("of %s with bad text names the key", async (endpoint) => {
    for (const bad of ["%00", "a%0Ab", "%7F", "%C2%85", "%ED%A0%80", "%FF", "%", "%zz", "%2"]) {
      await forEveryKey(endpoint, async (key) => {
        const called = await sendQuery(endpoint, `${key}=${bad}`);
        expect({ bad, status: called.status, paths: called.badPaths }).toEqual({
          bad,
          status: 400,
          paths: [key],
        });
      });
    }
  });

  test.each(endpoints)("of %s may hold unknown keys, broken ones too", async (endpoint) => {
    const called = await sendQuery(
      endpoint,
      "x=1&x=2&y=%00&z=%zz&%zz=1&&=&constructor=1&__proto__=2",
    );
    expect(called.status).toBe(validOf(endpoint).status ?? 200);
  });

  const flags = [
    "force_delete_configs",
    "force_disable_configs",
    "force_enable_configs",
    "dry_run",
    "all",
  ];
  test.each(endpoints)("of %s takes only true and false for a flag", async (endpoint) => {
    await forEveryKey(endpoint, async (key) => {
      if (!flags.includes(key)) return;
      for (const wrong of ["", "1", "TRUE", "yes", "truefalse"]) {
        const called = await sendQuery(endpoint, `${key}=${wrong}`);
        expect(called.status).toBe(400);
        expect(called.badPaths).toEqual([key]);
      }
      for (const right of ["true", "false"]) {
        const called = await sendQuery(endpoint, `${key}=${right}`);
        expect(called.status).toBe(validOf(endpoint).status ?? 200);
      }
    });
  });
});

describe("a path", () => {
  const withPath = endpoints.filter((endpoint) => endpoint.includes("{username}"));
  const bad = ["%00", "a%0Ab", "%zz", "%", "%ED%A0%80", "%FF", "a%85b"];
  const cases = withPath.flatMap((endpoint) => bad.map((part) => ({ endpoint, part })));
  test.each(cases)("$endpoint with $part for a name is refused", async ({ endpoint, part }) => {
    const { contract } = handlerOf(endpoint);
    const { body } = await validOf(endpoint).input();
    const url = `http://localhost:3000${contract.path.replace("{username}", part)}`;
    const response = await handlerOf(endpoint)(
      new Request(url, {
        method: contract.method,
        headers: superAdmin.headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    // Only the caller's own name may be checked: any other is refused before it is parsed.
    const isSelfOnly = /\/(validate-identity|settings)$/.test(endpoint);
    expect(response.status).toBe(isSelfOnly ? 403 : 400);
    const { Errors: errors = [] } = z
      .object({ Errors: z.array(z.object({ path: z.string() })).optional() })
      .parse(await response.json());
    expect(errors.map(({ path }) => path)).toEqual(isSelfOnly ? [] : ["username"]);
  });

  test.each(withPath)("%s with a name of 10,000 characters does not break", async (endpoint) => {
    const called = await send(endpoint, { params: { username: "x".repeat(10_000) } });
    expect([400, 403, 404]).toContain(called.status);
  });
});

describe("X-Request-Id", () => {
  test.each(endpoints)("%s takes a good one over", async (endpoint) => {
    const id = `Az09._-${"x".repeat(121)}`;
    const called = await send(endpoint, { headers: { "X-Request-Id": id } });
    expect(called.headers.get("x-request-id")).toBe(id);
  });

  test.each(["", "x".repeat(129), "a b", "a,b", "ü"])("%j is replaced", async (id) => {
    const called = await send("GET /api/health", { headers: { "X-Request-Id": id } });
    expect(called.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});
