// Of several answers that fit, the first in the specified order is given: each call here fits at least two.
import { beforeAll, describe, expect, test } from "vitest";
import { createDispatcher } from "@/lib/api/dispatch";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  aGroup,
  anActor,
  anonymous,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
  type TestActor,
} from "@/lib/testing/factories";
import { logOf } from "@/lib/testing/log";
import { fingerprint } from "@/lib/testing/observe";
import { loadRoutes } from "@/lib/testing/routes";
import { GET, PUT, POST } from "@/app/api/users/[username]/route";
import { POST as create } from "@/app/api/users/adm/createsuperadmin/route";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { contracts } from "@/lib/domains/contracts";
import { answerOutsideContracts } from "./outside-contracts";

let dispatch: (request: Request) => Promise<Response>;
let admin: TestActor;

beforeAll(async () => {
  dispatch = createDispatcher(await loadRoutes());
  admin = await anActor("admin", { hasSudo: true });
  await aUser({ role: "super-admin" });
});

function send(method: string, path: string, headers: Record<string, string> = {}) {
  return dispatch(new Request(`http://localhost:3000${path}`, { method, headers }));
}

const FOREIGN = { Origin: "https://evil.com" };
const STALE = { "If-Match": '"1"' };

describe("an unknown path", () => {
  test.each([
    ["GET", "/api"],
    ["GET", "/api/"],
    ["POST", "/api/nothing"],
    ["DELETE", "/api/users/"],
    ["GET", "/api/users//disable"],
    ["GET", "/api/users/a/b"],
    ["GET", "/api/users/adm/nothing"],
    ["PATCH", "/api/v3/users"],
    ["GET", "/api/users/x/disable/"],
  ])("%s %s is 404, before anything else", async (method, path) => {
    const response = await send(method, path, { ...FOREIGN, Authorization: "Bearer x" });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ Code: 404, Response: null });
  });
});

describe("a method that a path does not have", () => {
  test.each([
    ["PATCH", "/api/users/x", "DELETE, GET, HEAD, OPTIONS, POST, PUT"],
    ["DELETE", "/api/users", "GET, HEAD, OPTIONS"],
    ["PUT", "/api/users/adm/authenticate", "OPTIONS, POST"],
    ["GET", "/api/users/x/disable", "OPTIONS, POST"],
    ["HEAD", "/api/users/x/disable", "OPTIONS, POST"],
    ["TRACE_", "/api/health", "GET, HEAD, OPTIONS"],
  ])(
    "%s %s is 405 with Allow, before the origin and the credential",
    async (method, path, allow) => {
      const response = await send(method, path, { ...FOREIGN, Authorization: "Bearer x" });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe(allow);
      expect(response.headers.get("cache-control")).toBe("private, no-store");
      expect(await response.text()).toMatch(/^\{"Code":405,.*"Response":null/);
    },
  );

  test("stands in the log with the path's pattern, and without what was asked", async () => {
    const request = () =>
      new Request("http://localhost:3000/api/users/secret?code=secret", { method: "PATCH" });
    const lines = await logOf(async () => {
      await dispatch(request());
      answerOutsideContracts(contracts, request());
    });
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toContain('"path":"/api/users/{username}"');
      expect(line).not.toContain("secret");
    }
  });

  test("OPTIONS answers 204 with Allow, without a credential", async () => {
    const response = await send("OPTIONS", "/api/users/x");
    expect(response.status).toBe(204);
    expect(response.headers.get("allow")).toBe("DELETE, GET, HEAD, OPTIONS, POST, PUT");
    expect(response.headers.get("x-request-id")).toBeTruthy();
  });
});

describe("HEAD", () => {
  test.each(["/api/health", "/api/users", "/api/v2/users"])(
    "of %s has the headers of GET and no body",
    async (path) => {
      const response = await send("HEAD", path, admin.headers);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/json/);
      expect(await response.text()).toBe("");
    },
  );

  test("of an export exports nothing", async () => {
    const before = await fingerprint();
    const headers = { ...admin.headers, Accept: "text/csv" };
    const response = await send("HEAD", "/api/v2/users", headers);
    expect(response.headers.get("content-disposition")).toContain("users");
    expect(await fingerprint()).toBe(before);
  });

  test("is refused where GET is", async () => {
    expect((await send("HEAD", "/api/users")).status).toBe(401);
  });
});

describe("in development, where Next calls the routes, the same paths and methods", () => {
  test.each([
    ["GET", "/api/nothing", 404],
    ["GET", "/api/users/", 404],
    ["PATCH", "/api/users/x", 405],
    ["OPTIONS", "/api/users/x", 204],
    ["HEAD", "/api/users/x/disable", 405],
    ["GET", "/api/users/x", null],
    ["HEAD", "/api/users/x", null],
    ["POST", "/api/auth/callback/credentials", null],
  ])("%s %s answer the same", async (method, path, status) => {
    const request = () => new Request(`http://localhost:3000${path}`, { method });
    const answered = answerOutsideContracts(contracts, request());
    expect(answered?.status ?? null).toBe(status);
    if (!answered) return;
    const dispatched = await dispatch(request());
    expect(dispatched.status).toBe(answered.status);
    expect(dispatched.headers.get("allow")).toBe(answered.headers.get("allow"));
  });
});

describe("one call that is wrong in many ways", () => {
  const params = () => ({ username: uniqueName("nobody") });

  async function answers(caller: Caller, input: CallInput, status: number) {
    const before = await fingerprint();
    expect((await callAs(caller, PUT, input)).status).toBe(status);
    expect(await fingerprint()).toBe(before);
  }

  test("is first of all from a foreign origin", async () => {
    await answers(anonymous, { params: params(), rawBody: "{", headers: FOREIGN }, 403);
  });

  test("is then 401", async () => {
    await answers(anonymous, { params: params(), rawBody: "{" }, 401);
  });

  test("is then 403 by who, before the body is read", async () => {
    const me = await anActor("platform-user");
    await answers(me, { params: params(), rawBody: "{" }, 403);
    await answers(me, { params: params(), rawBody: "x".repeat(2 ** 20 + 1) }, 403);
  });

  test("is then 413", async () => {
    await answers(admin, { params: params(), rawBody: "x".repeat(2 ** 20 + 1) }, 413);
  });

  test("is then 400", async () => {
    await answers(admin, { params: params(), rawBody: "{", headers: STALE }, 400);
  });

  test("is then 404", async () => {
    const body = { user_group_ids: ["no-such"] };
    await answers(admin, { params: params(), body, headers: STALE }, 404);
  });

  test("is then 403 by a rule about the target", async () => {
    const other = await aUser({ role: "admin", authType: "oauth" });
    const body = { user_group_ids: ["no-such"], password: "a new password" };
    const input = { params: { username: other.username }, body, headers: STALE };
    await answers(admin, input, 403);
  });

  test("is 403 too for want of an identity check, before 412", async () => {
    const me = await anActor("auditor");
    const body = { password: "a new password" };
    await answers(me, { params: { username: me.username }, body, headers: STALE }, 403);
  });

  test("is then 412", async () => {
    const other = await aUser({ authType: "oauth" });
    const body = { user_group_ids: ["no-such"], password: "a new password" };
    await answers(admin, { params: { username: other.username }, body, headers: STALE }, 412);
  });

  test("is then 409", async () => {
    const other = await aUser({ authType: "oauth" });
    const body = { user_group_ids: ["no-such"], password: "a new password" };
    await answers(admin, { params: { username: other.username }, body }, 409);
  });

  test("is 409 for a group of an identity provider, before 400 for one that does not exist", async () => {
    const other = await aUser();
    const body = { user_group_ids: ["no-such", await aGroup({ externalId: "okta" })] };
    await answers(admin, { params: { username: other.username }, body }, 409);
  });

  test("is last of all 400 for what it refers to", async () => {
    const other = await aUser();
    const body = { user_group_ids: ["no-such"] };
    await answers(admin, { params: { username: other.username }, body }, 400);
  });
});

describe("creating", () => {
  test("a super admin by a plain admin is 403 before the name is found taken", async () => {
    const { username } = await aUser();
    const body = { password: "a password", platform_role_id: "super-admin" };
    expect((await callAs(admin, POST, { params: { username }, body })).status).toBe(403);
  });

  test("with a reserved name is 400 before the role is refused", async () => {
    const body = { password: "a password", platform_role_id: "super-admin" };
    const called = await callAs(admin, POST, { params: { username: "adm" }, body });
    expect(called.status).toBe(400);
  });

  test("the super admin with a bad body is 400 though there is one", async () => {
    expect((await callAs(anonymous, create, { body: {} })).status).toBe(400);
  });
});

test("whoever reaches an endpoint only as themselves learns of no other name", async () => {
  const me = await anActor("service-user");
  const other = await aUser();
  const read = (username: string) => callAs(me, GET, { params: { username } });
  const [existing, missing] = [await read(other.username), await read(uniqueName("nobody"))];
  expect([existing.status, missing.status]).toEqual([403, 403]);
  expect(existing.problem.Message).toBe(missing.problem.Message);
});

test("a master key reads what it names even when the name is odd", async () => {
  expect((await callAs(masterKey, GET, { params: { username: "a/b?c#d" } })).status).toBe(404);
});

test("a sign-in without a body is 400", async () => {
  expect((await callAs(anonymous, signIn)).status).toBe(400);
});
