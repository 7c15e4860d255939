import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { POST as disable } from "@/app/api/users/[username]/disable/route";
import { GET } from "@/app/api/v1/audit/route";
import { database } from "@/lib/db/client";
import { searchTextOf } from "./repository";
import { callAs, requestFor, type CallInput } from "@/lib/testing/call-as";
import {
  anActor,
  anonymous,
  aUser,
  masterKey,
  uniqueName,
  type TestActor,
} from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";

const START = Date.parse("2026-02-01T00:00:00Z");

interface Entry {
  actor?: string;
  actorId?: string | null;
  verb?: string;
  target?: string;
  targetType?: string;
  targetUserId?: string | null;
  at?: Date;
  targetName?: string;
  after?: object;
  userAgent?: string;
}

async function anEntry(given: Entry = {}): Promise<string> {
  const entry = {
    actor: "somebody",
    verb: "user.update",
    target: uniqueName("target"),
    targetName: "",
    ...given,
  };
  const { id } = await database().prisma.auditEntry.create({
    data: {
      searchText: searchTextOf(entry),
      at: new Date(START),
      targetType: "user",
      ip: "203.0.113.9",
      userAgent: "agent",
      requestId: "request",
      before: { display_name: "a" },
      after: { display_name: "b" },
      ...entry,
    },
    select: { id: true },
  });
  return id;
}

async function read(
  query: CallInput["query"],
  caller: { headers: Record<string, string> } = masterKey,
) {
  return (await callAs(caller, GET, { query })).payload;
}

async function idsOf(query: Exclude<CallInput["query"], string | undefined>): Promise<string[]> {
  return (await read({ per_page: 500, ...query })).data.map(({ id }) => id);
}

describe("GET /api/v1/audit", () => {
  test("shows an entry with all that is known", async () => {
    const actor = uniqueName("actor");
    const id = await anEntry({ actor, targetName: "Ada Osei" });
    const { data, ...page } = await read({ actor });
    expect(page).toEqual({ page: 1, per_page: 10, total: 1, total_pages: 1 });
    expect(data).toEqual([
      {
        id,
        at: "2026-02-01T00:00:00.000Z",
        actor,
        verb: "user.update",
        target_type: "user",
        target: data[0]?.target,
        target_name: "Ada Osei",
        ip: "203.0.113.9",
        user_agent: "agent",
        request_id: "request",
        before: { display_name: "a" },
        after: { display_name: "b" },
      },
    ]);
  });

  test("finds by the name of what an entry is about", async () => {
    const name = uniqueName("Name");
    const id = await anEntry({ targetName: name });
    await anEntry();
    expect(await idsOf({ q: name.slice(2).toUpperCase() })).toEqual([id]);
  });

  test.each([
    ["José Núñez", "jose\u0301 NUN"],
    ["İbrahim", "ibrahim"],
  ])("finds what was done to %s by %j", async (name, q) => {
    const user = await aUser({ displayName: `${name} ${uniqueName()}` });
    await callAs(masterKey, disable, { params: { username: user.username } });
    const { data } = await read({ q, target: user.username });
    expect(data.map(({ verb }) => verb)).toEqual(["user.disable"]);
  });

  test("finds a refused sign-in by the name of the account", async () => {
    const name = uniqueName("Renée");
    const { username } = await aUser({ displayName: name });
    await callAs(anonymous, signIn, { body: { username, password: "not this one" } });
    const { data } = await read({ q: name.replace("é", "e") });
    expect(data.map(({ target }) => target)).toEqual([username]);
  });

  test("names a user as they were called at that time, and by the username who had no name", async () => {
    const named = await aUser({ displayName: "Ada Osei" });
    const nameless = await aUser();
    for (const { username } of [named, nameless]) {
      await callAs(masterKey, disable, { params: { username } });
    }
    await database().prisma.user.update({ where: { id: named.id }, data: { displayName: "Bea" } });
    const namesOf = async (target: string) =>
      (await read({ target })).data.map(({ target_name }) => target_name);
    expect(await namesOf(named.username)).toEqual(["Ada Osei"]);
    expect(await namesOf(nameless.username)).toEqual([nameless.username]);
  });

  test("is newest first, and pages stay put among equal times", async () => {
    const actor = uniqueName("actor");
    const [older, same1, same2] = [
      await anEntry({ actor, at: new Date(START - 1000) }),
      await anEntry({ actor }),
      await anEntry({ actor }),
    ];
    const newest = await anEntry({ actor, at: new Date(START + 1000) });
    const all = await idsOf({ actor });
    expect(all).toEqual([newest, same2, same1, older]);
    const pages = [];
    for (const page of [1, 2, 3, 4]) {
      pages.push(...(await read({ actor, page, per_page: 1 })).data.map(({ id }) => id));
    }
    expect(pages).toEqual(all);
  });

  const target = uniqueName("Ünique_target");
  test.each([
    ["actor", { actor: "filter-actor" }],
    ["verb", { verb: "thing.filter" }],
    ["one of several verbs", { verb: "thing.other,thing.filter" }],
    ["target_type", { target_type: "filtered" }],
    ["target", { target }],
    ["text in the actor", { q: "FILTER-act" }],
    ["text in the verb", { q: "thing.fil" }],
    ["text in the target, whatever its case", { q: target.toUpperCase() }],
    ["text with a wildcard", { q: "Ünique_t" }],
    ["everything", { actor: "filter-actor", verb: "thing.filter", target }],
  ])("is filtered by %s", async (_, query) => {
    const id = await anEntry({
      actor: "filter-actor",
      verb: "thing.filter",
      targetType: "filtered",
      target,
    });
    await anEntry();
    expect(await idsOf(query)).toContain(id);
    for (const { actor } of (await read({ per_page: 500, ...query })).data) {
      expect(actor).toBe("filter-actor");
    }
  });

  test.each([["nothing%here"], ["filter_actor"], ["' OR true --"]])(
    "takes %j literally and finds nothing",
    async (q) => {
      await anEntry({ actor: "filter-actor" });
      expect(await idsOf({ q })).toEqual([]);
    },
  );

  test("is filtered by usernames whatever their case", async () => {
    const actor = uniqueName("actor");
    const target = uniqueName("target");
    const id = await anEntry({ actor, target });
    expect(await idsOf({ actor: actor.toUpperCase(), target: target.toUpperCase() })).toEqual([id]);
  });

  test("is filtered by time, the bounds included", async () => {
    const actor = uniqueName("actor");
    const times = [0, 1, 2, 3].map((seconds) => new Date(START + seconds * 1000));
    const ids = [];
    for (const at of times) ids.push(await anEntry({ actor, at }));
    const [, from = new Date(), to = new Date()] = times;
    const found = await idsOf({ actor, from: from.toISOString(), to: to.toISOString() });
    expect(found).toEqual([ids[2], ids[1]]);
    expect(await idsOf({ actor, from: "2026-02-01T01:00:01+01:00" })).toHaveLength(3);
    expect(await idsOf({ actor, from: "2026-02-01t00:00:01z" })).toHaveLength(3);
    expect(await idsOf({ actor, to: "2026-01-31T23:59:60Z" })).toHaveLength(0);
  });

  test.each([
    "from=yesterday",
    "from=2026-02-01",
    "to=2026-02-30T00:00:00Z",
    "to=",
    "from=2026-02-01T00:00:00",
    "page=0",
    "per_page=501",
    "from=2026-02-01T00:00:00%2B99:00",
  ])("with %s is refused", async (query) => {
    const called = await callAs(masterKey, GET, { query });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([query.split("=")[0]]);
  });

  test.each([
    ["0000-12-31T23:59:59Z", 400],
    ["0001-01-01T00:00:00Z", 200],
    ["0001-01-01T00:00:00+14:00", 400],
    ["9999-12-31T23:59:59Z", 200],
    ["9999-12-31T23:59:59-12:00", 400],
  ])("with a time as far away as %s answers %i", async (time, status) => {
    for (const key of ["from", "to"]) {
      const called = await callAs(masterKey, GET, { query: { [key]: time } });
      expect(called.status).toBe(status);
    }
  });

  test("of many entries takes as many statements as of one", async () => {
    const one = await statementsOf(() => read({ per_page: 1, verb: "user.update" }));
    const many = await statementsOf(() => read({ per_page: 500, verb: "user.update" }));
    expect(many).toHaveLength(one.length);
  });
});

describe("whoever may read only their own entries", () => {
  let me: TestActor;
  let other: TestActor;
  let ids: Record<"mine" | "aboutMe" | "refusal" | "foreign" | "namesake", string>;

  beforeAll(async () => {
    me = await anActor("platform-user");
    other = await anActor("service-user");
    const about = { target: me.username, targetUserId: me.id };
    ids = {
      mine: await anEntry({ actor: me.username, actorId: me.id }),
      aboutMe: await anEntry({ ...about, actor: other.username, actorId: other.id }),
      refusal: await anEntry({ ...about, actor: "", actorId: null, verb: "session.refuse" }),
      foreign: await anEntry({ actor: other.username, actorId: other.id }),
      // Somebody who had the same name earlier.
      namesake: await anEntry({
        actor: me.username,
        actorId: crypto.randomUUID(),
        target: me.username,
      }),
    };
  });

  test("sees what is by and about themselves, by id and not by name", async () => {
    const { data, total } = await read({}, me);
    const own = [ids.mine, ids.aboutMe, ids.refusal].sort();
    expect(data.map(({ id }) => id).sort()).toEqual(own);
    expect(total).toBe(3);
  });

  test("does not see from where others acted, but who tried to sign in as them", async () => {
    const { data } = await read({}, me);
    const seen = Object.fromEntries(data.map(({ id, ip, user_agent: agent }) => [id, [ip, agent]]));
    expect(seen).toEqual({
      [ids.mine]: ["203.0.113.9", "agent"],
      [ids.aboutMe]: ["", ""],
      [ids.refusal]: ["203.0.113.9", "agent"],
    });
  });

  test("finds nothing of others by any filter", async () => {
    for (const query of [`actor=${other.username}`, `target=${other.username}`, "q=target"]) {
      const { data } = await read(query, me);
      expect(data.map(({ id }) => id)).not.toContain(ids.foreign);
    }
  });

  test("gets no more as CSV", async () => {
    const called = await callAs(me, GET, { headers: { Accept: "text/csv" } });
    expect(called.text).not.toContain(ids.foreign);
    expect(called.text).toContain(ids.aboutMe);
    expect(called.text.match(/203\.0\.113\.9/g)).toHaveLength(2);
  });

  test("is nobody of the auditor's kind, who sees everything", async () => {
    const auditor = await anActor("auditor");
    const { data } = await read({ per_page: 500 }, auditor);
    const seen = data.filter(({ id }) => Object.values(ids).includes(id));
    expect(seen).toHaveLength(5);
    expect(seen.every(({ ip }) => ip === "203.0.113.9")).toBe(true);
  });
});

describe("with Accept: text/csv", () => {
  const csvOf = (query: CallInput["query"]) =>
    callAs(masterKey, GET, { query, headers: { Accept: "text/csv" } });

  function parse(text: string) {
    const { data, errors, meta } = Papa.parse(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    return { rows: z.array(z.record(z.string(), z.string())).parse(data), fields: meta.fields };
  }

  test("the whole selection comes, whatever the page", async () => {
    const actor = uniqueName("csv");
    for (let n = 0; n < 12; n += 1) await anEntry({ actor });
    const called = await csvOf({ actor, per_page: 1, page: 2 });
    expect(called.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(called.headers.get("content-disposition")).toMatch(/attachment/);
    const { rows, fields } = parse(called.text);
    expect(rows).toHaveLength(12);
    expect(fields).toEqual([
      "id",
      "at",
      "actor",
      "verb",
      "target_type",
      "target",
      "target_name",
      "ip",
      "user_agent",
      "request_id",
      "before",
      "after",
    ]);
    expect(rows[0]).toMatchObject({ actor, before: '{"display_name":"a"}' });
  });

  test.each(["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])(
    "a cell that begins like %j stands behind an apostrophe",
    async (userAgent) => {
      const actor = uniqueName("csv");
      await anEntry({ actor, userAgent });
      const { rows } = parse((await csvOf({ actor })).text);
      expect(rows[0]?.["user_agent"]).toBe(`'${userAgent}`);
    },
  );

  test.each(['a "quoted" one', "a, b", "two\nlines", "1-1", "a=b", ""])(
    "the cell %j comes back as it is",
    async (userAgent) => {
      const actor = uniqueName("csv");
      await anEntry({ actor, userAgent });
      const { rows } = parse((await csvOf({ actor })).text);
      expect(rows[0]?.["user_agent"]).toBe(userAgent);
    },
  );

  test("an empty selection is its header", async () => {
    const { text } = await csvOf({ actor: uniqueName("nobody") });
    expect(text.trim().split("\r\n")).toHaveLength(1);
  });

  test("is asked for among other types, and JSON comes without it", async () => {
    const accept = async (Accept: string) =>
      (await callAs(masterKey, GET, { headers: { Accept } })).headers.get("content-type");
    expect(await accept("application/json;q=0.5, text/csv")).toMatch(/^text\/csv/);
    expect(await accept("*/*")).toMatch(/json/);
  });

  test("bad filters are refused as JSON", async () => {
    const called = await csvOf("from=yesterday");
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["from"]);
  });

  describe("over thousands of entries with equal times", () => {
    const actor = uniqueName("crowd");
    beforeAll(async () => {
      await database().pool.query(
        `INSERT INTO "AuditEntry" ("id", "at", "actor", "verb", "targetType", "target", "ip", "userAgent", "requestId")
         SELECT gen_random_uuid(), '2026-01-01', $1, 'user.update', 'user', 'x', '', '', ''
         FROM generate_series(1, 3000)`,
        [actor],
      );
    });

    test("each comes once, in batches of a thousand", async () => {
      let text = "";
      const statements = await statementsOf(async () => {
        ({ text } = await csvOf({ actor }));
      });
      expect(text.split("\r\n")).toHaveLength(3002);
      const { rows } = parse(text);
      expect(new Set(rows.map((row) => row["id"])).size).toBe(3000);
      expect(statements).toHaveLength(4);
    });

    test("a failure in the middle breaks the stream", async () => {
      const response = await GET(
        requestFor(GET.contract, masterKey, {
          query: { actor },
          headers: { Accept: "text/csv" },
        }),
      );
      const reader = response.body?.getReader();
      await reader?.read();
      await database().pool.query(`ALTER TABLE "AuditEntry" RENAME TO "Hidden"`);
      try {
        const rest = async () => {
          while ((await reader?.read())?.done === false);
        };
        await expect(rest()).rejects.toThrow();
      } finally {
        await database().pool.query(`ALTER TABLE "Hidden" RENAME TO "AuditEntry"`);
      }
    });
  });
});
