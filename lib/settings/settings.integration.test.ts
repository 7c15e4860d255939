// One's own preferences, as the specification has them.
import { describe, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/users/[username]/settings/route";
import { GET as getUser } from "@/app/api/users/[username]/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aBrowser,
  anAccessToken,
  anActor,
  masterKey,
  type Caller,
  type TestActor,
} from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import { auditEntriesOf } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";

const defaults = { theme: "system", text_size: "16", reduced_motion: false };

function get({ username }: TestActor, caller: Caller) {
  return callAs(caller, GET, { params: { username } });
}

function put(actor: TestActor, body: unknown, headers: Record<string, string> = {}) {
  return callAs(actor, PUT, { params: { username: actor.username }, body, headers });
}

describe("GET /api/users/{username}/settings", () => {
  test("answers who never changed anything with the defaults and an ETag that stays", async () => {
    const actor = await anActor("service-user");
    const [first, second] = [await get(actor, actor), await get(actor, actor)];
    expect(first.payload).toEqual(defaults);
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(await database().prisma.userSettings.count({ where: { userId: actor.id } })).toBe(0);
  });

  test("is answered to the user's browser and API token, whatever the case of the name", async () => {
    const actor = await anActor("auditor");
    await put(actor, { theme: "light" });
    const params = { username: actor.username.toUpperCase() };
    for (const caller of [await aBrowser(actor), await anAccessToken(actor)]) {
      const called = await callAs(caller, GET, { params });
      expect(called.payload).toEqual({ ...defaults, theme: "light" });
    }
  });

  test("is refused to the master key under its own name too", async () => {
    const called = await callAs(masterKey, GET, { params: { username: "masteradministrator" } });
    expect(called.status).toBe(403);
  });
});

describe("PUT /api/users/{username}/settings", () => {
  test("answers what is stored, and keeps absent keys", async () => {
    const actor = await anActor("platform-user");
    expect((await put(actor, { theme: "dark", reduced_motion: true })).payload).toEqual({
      theme: "dark",
      text_size: "16",
      reduced_motion: true,
    });
    const second = await put(actor, { text_size: "24" });
    expect(second.payload).toEqual({ theme: "dark", text_size: "24", reduced_motion: true });
    const read = await get(actor, actor);
    expect(read.payload).toEqual(second.payload);
    expect(read.headers.get("etag")).toBe(second.headers.get("etag"));
  });

  test("works with an API token", async () => {
    const actor = await anActor("platform-user");
    const called = await callAs(await anAccessToken(actor), PUT, {
      params: { username: actor.username },
      body: { theme: "dark" },
    });
    expect(called.payload.theme).toBe("dark");
  });

  test("takes null and unknown keys for not sent", async () => {
    const actor = await anActor("platform-user");
    await put(actor, { theme: "dark" });
    const { payload } = await put(actor, { theme: null, text_size: "12", font: "serif", id: 5 });
    expect(payload).toEqual({ theme: "dark", text_size: "12", reduced_motion: false });
  });

  test("takes the zero values of a Go struct for not sent", async () => {
    const actor = await anActor("platform-user");
    await put(actor, { theme: "dark", text_size: "20", reduced_motion: true });
    const struct = { theme: "", text_size: "", reduced_motion: false, created_at: ZERO_TIME };
    const { payload } = await put(actor, { ...struct, theme: "light" });
    expect(payload).toEqual({ theme: "light", text_size: "20", reduced_motion: true });
  });

  test("switches off with false where no zero time says otherwise", async () => {
    const actor = await anActor("platform-user");
    await put(actor, { reduced_motion: true });
    expect((await put(actor, { reduced_motion: false })).payload.reduced_motion).toBe(false);
  });

  test.each(["12", "13", "19", "20", "24"])("takes the text size %j", async (size) => {
    const actor = await anActor("service-user");
    expect((await put(actor, { text_size: size })).payload.text_size).toBe(size);
  });

  const bad: [string, unknown][] = [
    ...["", "0", "9", "11", "25", "012", "12.5", "1e1", " 16", "16 ", "+16", "16px", "16\n"].map(
      (size): [string, unknown] => ["text_size", size],
    ),
    ...["١٦", 16, true, ["16"], { 16: {} }].map((size): [string, unknown] => ["text_size", size]),
    ...["", "Dark", "DARK", " dark", "auto", "toString", 1, false, ["dark"]].map(
      (theme): [string, unknown] => ["theme", theme],
    ),
    ...["true", "false", "", 0, 1, []].map((value): [string, unknown] => ["reduced_motion", value]),
  ];
  test.each(bad)("refuses %s %j, and changes nothing", async (key, value) => {
    const actor = await anActor("service-user");
    await put(actor, { theme: "light" });
    const before = await fingerprint();
    const good = { theme: "dark", text_size: "18", reduced_motion: true };
    const called = await put(actor, { ...good, [key]: value });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([key]);
    expect(await fingerprint()).toBe(before);
  });

  test("leaves an audit entry about the user with the changed keys only", async () => {
    const actor = await anActor("platform-user");
    await put(actor, { theme: "dark", text_size: "16" });
    expect(await auditEntriesOf(actor.id)).toMatchObject([
      {
        verb: "settings.update",
        actor: actor.username,
        actorId: actor.id,
        targetType: "user",
        target: actor.username,
        before: { theme: "system" },
        after: { theme: "dark" },
      },
    ]);
  });

  test.each([{}, { theme: "system" }, { ...defaults }])(
    "that changes nothing (%j) leaves no entry, no row and the same ETag",
    async (body) => {
      const actor = await anActor("platform-user");
      const etag = (await get(actor, actor)).headers.get("etag");
      const called = await put(actor, body);
      expect(called.payload).toEqual(defaults);
      expect(called.headers.get("etag")).toBe(etag);
      expect(await auditEntriesOf(actor.id)).toEqual([]);
      expect(await database().prisma.userSettings.count({ where: { userId: actor.id } })).toBe(0);
    },
  );
});

describe("the version of the settings", () => {
  test("is raised by every change, also by one that goes back to the defaults", async () => {
    const actor = await anActor("platform-user");
    const etags = [(await get(actor, actor)).headers.get("etag")];
    for (const theme of ["dark", "system", "dark"]) {
      etags.push((await put(actor, { theme })).headers.get("etag"));
    }
    expect(new Set(etags).size).toBe(4);
  });

  test("is their own: the user's stays", async () => {
    const actor = await anActor("platform-user");
    const params = { username: actor.username };
    const before = (await callAs(actor, getUser, { params })).headers.get("etag");
    await put(actor, { theme: "dark" });
    expect((await callAs(actor, getUser, { params })).headers.get("etag")).toBe(before);
  });

  test("lets the right If-Match through, the first write too", async () => {
    const actor = await anActor("platform-user");
    const first = (await get(actor, actor)).headers.get("etag") ?? "";
    const called = await put(actor, { theme: "dark" }, { "If-Match": first });
    const second = called.headers.get("etag") ?? "";
    expect((await put(actor, { theme: "light" }, { "If-Match": `"x", ${second}` })).status).toBe(
      200,
    );
    expect((await put(actor, { theme: "dark" }, { "If-Match": "*" })).status).toBe(200);
  });

  test("refuses another one with the current settings, and changes nothing", async () => {
    const actor = await anActor("platform-user");
    const old = (await get(actor, actor)).headers.get("etag") ?? "";
    const current = (await put(actor, { theme: "dark" })).headers.get("etag");
    const before = await fingerprint();
    for (const body of [{ theme: "light" }, { theme: "dark" }]) {
      const called = await put(actor, body, { "If-Match": old });
      expect(called.status).toBe(412);
      expect(called.problem.Response).toEqual({ ...defaults, theme: "dark" });
      expect(called.headers.get("etag")).toBe(current);
    }
    expect(await fingerprint()).toBe(before);
  });

  test("lets one of many first writes with the same If-Match through", async () => {
    const actor = await anActor("platform-user");
    const etag = (await get(actor, actor)).headers.get("etag") ?? "";
    const sizes = ["12", "13", "14", "15", "17", "18"];
    const called = await Promise.all(
      sizes.map((size) => put(actor, { text_size: size }, { "If-Match": etag })),
    );
    expect(called.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    expect(await auditEntriesOf(actor.id)).toHaveLength(1);
  });

  test("loses none of many first writes of different keys", async () => {
    const actor = await anActor("platform-user");
    const bodies = [{ theme: "dark" }, { text_size: "20" }, { reduced_motion: true }];
    const called = await Promise.all(bodies.map((body) => put(actor, body)));
    expect(called.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await get(actor, actor)).payload).toEqual({
      theme: "dark",
      text_size: "20",
      reduced_motion: true,
    });
  });
});
