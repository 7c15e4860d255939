// The file of a gateway's peers, read as strictly as `wg` reads it.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { GET } from "@/app/api/v1/gateways/[id]/wireguard/route";
import { createDispatcher } from "@/lib/api/dispatch";
import { database } from "@/lib/db/client";
import { callAs, requestFor } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  aNetwork,
  anActor,
  aUser,
  masterKey,
  uniqueName,
  type TestUser,
} from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";
import { loadRoutes } from "@/lib/testing/routes";

function get(id: string, query: object = {}, headers: Record<string, string> = {}) {
  return callAs(masterKey, GET, { params: { id }, query: { ...query }, headers });
}

interface Section {
  name: string;
  comments: string[];
  values: Record<string, string>;
}

const knownKeys: Record<string, RegExp> = {
  "Interface.ListenPort": /^\d{1,5}$/,
  "Interface.Address": /^[0-9a-f.:]+\/\d{1,3}(, [0-9a-f.:]+\/\d{1,3})*$/,
  "Peer.PublicKey": /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/,
  "Peer.AllowedIPs": /^([0-9.]+\/32|[0-9a-f:]+\/128|[0-9.]+\/32, [0-9a-f:]+\/128)$/,
};

/** As `wg syncconf` and `wg-quick` do, but for what they forgive. A peer's comment stands before its section. */
function parse(text: string): Section[] {
  expect(text === "" || text.endsWith("\n")).toBe(true);
  expect(text).not.toMatch(/\r|\n\n/);
  const sections: Section[] = [];
  let comments: string[] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    const name = /^\[(Interface|Peer)\]$/.exec(line)?.[1];
    const [, key = "", value = ""] = /^(\w+) = (.+)$/.exec(line) ?? [];
    const section = sections.at(-1);
    if (name !== undefined) {
      sections.push({ name, comments, values: {} });
      comments = [];
    } else if (line.startsWith("# ")) {
      comments.push(line);
    } else {
      expect(value, line).toMatch(knownKeys[`${section?.name}.${key}`] ?? /^never$/);
      expect(section?.values).not.toHaveProperty(key);
      Object.assign(section?.values ?? {}, { [key]: value });
    }
  }
  return sections;
}

let keys = 0;
function aKey(): string {
  return createHash("sha256").update(`key ${++keys}`).digest("base64");
}

async function aPeer(gatewayId: string, options: object = {}) {
  const publicKey = aKey();
  const n = keys;
  const address = `10.9.${n >> 8}.${n & 255}`;
  const id = await aClientConfig(gatewayId, { publicKey, address, ...options });
  return { id, publicKey, address };
}

async function world() {
  const network = await aNetwork();
  const gatewayId = await aGateway(network, {
    gw_peer_public_key: aKey(),
    addresses: ["10.9.0.1/16", "fd00:9::1/64"],
  });
  return { network, gatewayId };
}

function update(id: string, data: object) {
  return database().prisma.clientConfig.update({ where: { id }, data });
}

describe("the peers of a gateway", () => {
  test("stand in the byte order of their ids, with owner, key and addresses", async () => {
    const { gatewayId } = await world();
    const owner = await aUser();
    const stem = uniqueName("");
    const lower = await aPeer(gatewayId, { id: `b${stem}`, owner });
    const upper = await aPeer(gatewayId, { id: `Z${stem}`, owner });
    const ownerless = await aPeer(gatewayId, { id: `a${stem}` });
    await update(ownerless.id, { address6: "fd00:9::2" });
    const called = await get(gatewayId);
    expect(called.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(called.text).toBe(
      `# ${upper.id} ${owner.username}\n[Peer]\nPublicKey = ${upper.publicKey}\nAllowedIPs = ${upper.address}/32\n` +
        `# ${ownerless.id}\n[Peer]\nPublicKey = ${ownerless.publicKey}\nAllowedIPs = ${ownerless.address}/32, fd00:9::2/128\n` +
        `# ${lower.id} ${owner.username}\n[Peer]\nPublicKey = ${lower.publicKey}\nAllowedIPs = ${lower.address}/32\n`,
    );
    expect(parse(called.text).map(({ name }) => name)).toEqual(["Peer", "Peer", "Peer"]);
  });

  test("are those that are enabled and have a key, and whose owner is enabled", async () => {
    const { network, gatewayId } = await world();
    const kept = await aPeer(gatewayId, { owner: await aUser() });
    await aPeer(gatewayId, { isEnabled: false });
    await aPeer(gatewayId, { publicKey: "" });
    await aPeer(gatewayId, { owner: await aUser({ isDisabled: true }) });
    await aPeer(await aGateway(network));
    expect(parse((await get(gatewayId)).text)).toMatchObject([
      { values: { PublicKey: kept.publicKey } },
    ]);
  });

  test("without an address of one kind stand with the other alone", async () => {
    const { gatewayId } = await world();
    const { id } = await aPeer(gatewayId);
    await update(id, { address: null, address6: "fd00:9::5" });
    const [peer] = parse((await get(gatewayId)).text);
    expect(peer?.values["AllowedIPs"]).toBe("fd00:9::5/128");
  });

  test("may be none", async () => {
    const { gatewayId } = await world();
    const called = await get(gatewayId);
    expect({ status: called.status, text: called.text }).toEqual({ status: 200, text: "" });
  });

  test("of thousands all come once, in batches", async () => {
    const { gatewayId } = await world();
    await manyPeers(gatewayId, 2500);
    const statements = await statementsOf(async () => {
      const ids = parse((await get(gatewayId)).text).map(({ comments }) => comments.join());
      expect(ids).toHaveLength(2500);
      expect(ids).toEqual([...new Set(ids)].sort());
    });
    expect(statements.filter((text) => text.includes("LIMIT"))).toHaveLength(3);
  });
});

/** With ids, keys and addresses made in the database. */
async function manyPeers(gatewayId: string, count: number, owner?: TestUser) {
  await database().pool.query(
    `INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "ownerId", "ownerName", "publicKey", "address")
     SELECT $1 || '-' || n, g."networkId", g."id", $3, coalesce($4, ''),
       encode(sha256(($1 || n)::bytea), 'base64'), '10.64.0.0'::inet + n
     FROM generate_series(1, $2) n CROSS JOIN "Gateway" g WHERE g."id" = $1::uuid`,
    [gatewayId, count, owner?.id ?? null, owner?.username ?? null],
  );
}

describe("the whole file of a gateway", () => {
  test("begins with the gateway's own part, without its private key", async () => {
    const { gatewayId } = await world();
    const { publicKey } = await aPeer(gatewayId);
    const { text } = await get(gatewayId, { format: "config" });
    expect(text).toMatch(
      /^\[Interface\]\n# PrivateKey = \nListenPort = 51821\nAddress = 10.9.0.1\/16, fd00:9::1\/64\n# /,
    );
    expect(parse(text)).toMatchObject([
      {
        name: "Interface",
        values: { ListenPort: "51821", Address: "10.9.0.1/16, fd00:9::1/64" },
      },
      { name: "Peer", values: { PublicKey: publicKey } },
    ]);
  });

  test("of a gateway without addresses has no such line", async () => {
    const gatewayId = await aGateway(await aNetwork(), { gw_listen_port: 0 });
    const { text } = await get(gatewayId, { format: "config" });
    expect(text).toBe("[Interface]\n# PrivateKey = \nListenPort = 0\n");
  });

  test.each(["", "Peers", "syncconf"])("has no format %j", async (format) => {
    const called = await get((await world()).gatewayId, { format });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 400,
      paths: ["format"],
    });
  });
});

async function tagOf(id: string, query: object = {}) {
  return (await get(id, query)).headers.get("etag") ?? "";
}

describe("the ETag of the file", () => {
  test("is strong, the same for the same text, and another for each format", async () => {
    const { gatewayId } = await world();
    await aPeer(gatewayId);
    const tag = await tagOf(gatewayId);
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(await tagOf(gatewayId, { format: "peers" })).toBe(tag);
    expect(await tagOf(gatewayId, { format: "config" })).not.toBe(tag);
  });

  type Change = (world: { peer: string; gatewayId: string; owner: TestUser }) => Promise<unknown>;
  const setDisabled = (id: string, isDisabled: boolean) =>
    database().prisma.user.update({ where: { id }, data: { isDisabled } });
  const changes: Record<string, Change> = {
    "another key": ({ peer }) => update(peer, { publicKey: aKey() }),
    "another address": ({ peer }) => update(peer, { address: "10.9.200.1" }),
    "a disabled config": ({ peer }) => update(peer, { isEnabled: false }),
    "a config more": ({ gatewayId }) => aPeer(gatewayId),
    "a config less": ({ peer }) => database().prisma.clientConfig.delete({ where: { id: peer } }),
    "a disabled owner": ({ owner }) => setDisabled(owner.id, true),
  };
  test.each(Object.entries(changes))("changes with %s", async (_, change) => {
    const { gatewayId } = await world();
    const owner = await aUser();
    const { id: peer } = await aPeer(gatewayId, { owner });
    const before = await get(gatewayId);
    await change({ peer, gatewayId, owner });
    const after = await get(gatewayId, {}, { "If-None-Match": before.headers.get("etag") ?? "" });
    expect(after.status).toBe(200);
    expect(after.text).not.toBe(before.text);
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
  });

  test("stays with what does not stand in the text", async () => {
    const { gatewayId } = await world();
    const { id } = await aPeer(gatewayId);
    const tag = await tagOf(gatewayId);
    await update(id, { deviceName: "phone", version: { increment: 1 }, updatedAt: new Date() });
    await aPeer(gatewayId, { isEnabled: false });
    await database().prisma.gateway.update({ where: { id: gatewayId }, data: { listenPort: 5 } });
    expect(await tagOf(gatewayId)).toBe(tag);
  });

  test("of the whole file changes with the gateway's own part", async () => {
    const { gatewayId } = await world();
    const tag = await tagOf(gatewayId, { format: "config" });
    await database().prisma.gateway.update({ where: { id: gatewayId }, data: { listenPort: 5 } });
    expect(await tagOf(gatewayId, { format: "config" })).not.toBe(tag);
  });

  test.each<(tag: string) => string>([
    (tag) => tag,
    (tag) => `W/${tag}`,
    (tag) => `"other", ${tag}`,
    (tag) => `W/"other",W/${tag}`,
    (tag) => tag.replace(/"$/, '-gzip"'),
    () => "*",
  ])("spares the text to whoever has it: %s", async (headerOf) => {
    const { gatewayId } = await world();
    await aPeer(gatewayId);
    const etag = await tagOf(gatewayId);
    const called = await get(gatewayId, {}, { "If-None-Match": headerOf(etag) });
    expect(called.status).toBe(304);
    expect(called.text).toBe("");
    expect(called.headers.get("etag")).toBe(etag);
    expect(called.headers.get("content-type")).toBeNull();
  });

  test.each(['"other"', "other", "", 'W/"other"'])(
    "does not spare it to whoever has another one: %j",
    async (header) => {
      const { gatewayId } = await world();
      await aPeer(gatewayId);
      const called = await get(gatewayId, {}, { "If-None-Match": header });
      expect(called.status).toBe(200);
      expect(parse(called.text)).toHaveLength(1);
    },
  );

  test("comes by HEAD too", async () => {
    const { gatewayId } = await world();
    await aPeer(gatewayId);
    const etag = await tagOf(gatewayId);
    const dispatch = createDispatcher(await loadRoutes());
    const head = (headers: Record<string, string>) => {
      const { url, headers: own } = requestFor(GET.contract, masterKey, {
        params: { id: gatewayId },
        headers,
      });
      return dispatch(new Request(url, { method: "HEAD", headers: own }));
    };
    const fresh = await head({});
    expect([fresh.status, fresh.headers.get("etag"), await fresh.text()]).toEqual([200, etag, ""]);
    const known = await head({ "If-None-Match": etag });
    expect([known.status, known.headers.get("etag")]).toEqual([304, etag]);
  });

  test("is not told to who may not read the file", async () => {
    const { gatewayId } = await world();
    const auditor = await anActor("auditor");
    const headers = { "If-None-Match": "*" };
    const called = await callAs(auditor, GET, { params: { id: gatewayId }, headers });
    expect(called.status).toBe(403);
    expect(called.headers.get("etag")).toBeNull();
  });
});

describe("a file that is being read", () => {
  function stream(id: string) {
    return GET(requestFor(GET.contract, masterKey, { params: { id } }));
  }

  async function openTransactions(): Promise<number> {
    const { rows } = await database().pool.query<{ count: number }>(
      `SELECT count(*)::int AS "count" FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    return rows[0]?.count ?? 0;
  }

  test("is of the moment of its tag, whatever changes meanwhile", async () => {
    const { gatewayId } = await world();
    await manyPeers(gatewayId, 3500, await aUser());
    const whole = await get(gatewayId);
    const response = await stream(gatewayId);
    await database().prisma.clientConfig.updateMany({
      where: { gatewayId },
      data: { isEnabled: false },
    });
    expect(await response.text()).toBe(whole.text);
    expect(response.headers.get("etag")).toBe(whole.headers.get("etag"));
    expect(await openTransactions()).toBe(0);
  });

  test("and is given up holds nothing on", async () => {
    const { gatewayId } = await world();
    await manyPeers(gatewayId, 3500);
    const response = await stream(gatewayId);
    expect(await openTransactions()).toBe(1);
    await response.body?.cancel();
    expect(await openTransactions()).toBe(0);
  });

  test("slowly by many leaves the others their connections", async () => {
    const { gatewayId } = await world();
    await manyPeers(gatewayId, 3500);
    let answered = 0;
    const begun = Array.from({ length: 30 }, async () => {
      const response = await stream(gatewayId);
      answered += 1;
      return response;
    });
    // Five are being read, and five are turned away; the others wait.
    await expect.poll(() => answered).toBe(10);
    expect(await openTransactions()).toBe(5);
    expect((await get(gatewayId, {}, { "If-None-Match": "*" })).status).toBe(304);
    const statuses = await Promise.all(
      begun.map(async (each) => {
        const { status, body } = await each;
        await body?.cancel();
        return status;
      }),
    );
    expect(statuses.sort()).toEqual([
      ...Array<number>(25).fill(200),
      ...Array<number>(5).fill(503),
    ]);
    expect(await openTransactions()).toBe(0);
  });
});
