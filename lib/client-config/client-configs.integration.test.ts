import { describe, expect, test } from "vitest";
import { DELETE as DELETE_NETWORK } from "@/app/api/networks/[netid]/route";
import { DELETE as BULK_DELETE } from "@/app/api/v1/client_configs/bulk/route";
import { POST as BULK_STATUS } from "@/app/api/v1/client_configs/bulk/status/route";
import { DELETE, GET, PUT } from "@/app/api/v1/client_configs/[id]/route";
import { GET as FILE } from "@/app/api/v1/client_configs/[id]/wireguard/route";
import { GET as LIST, POST } from "@/app/api/v1/client_configs/route";
import { DELETE as DELETE_GATEWAY, PUT as PUT_GATEWAY } from "@/app/api/v1/gateways/[id]/route";
import { GET as PAGE } from "@/app/api/v2/client_configs/route";
import { GET as GATEWAYS } from "@/app/api/v2/gateways/route";
import { GET as NETWORKS } from "@/app/api/v2/networks/route";
import { database } from "@/lib/db/client";
import { networkGroup } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  anActor,
  anAttachment,
  aNetwork,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";
import { auditEntriesAbout } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";

const KEY = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";
const ONLY_SERVICE_USERS =
  "Network admins change their own client configs, those of service users and those that belong to nobody.";
const NO_ID = "0190f5a0-0000-7000-8000-000000000000";

async function aPlace(options: object = {}) {
  const network = await aNetwork();
  return { network, ingressgatewayid: await aGateway(network, options) };
}

function create(body: object, caller: Caller = masterKey) {
  return callAs(caller, POST, { body });
}

function change(id: string, body: object, caller: Caller = masterKey) {
  return callAs(caller, PUT, { params: { id }, body });
}

function get(id: string, caller: Caller = masterKey) {
  return callAs(caller, GET, { params: { id } });
}

function refusalOf({ status, badPaths }: { status: number; badPaths: readonly string[] }) {
  return { status, paths: badPaths };
}

/** A platform user who administers a network. */
function anAdminOf(netid: string) {
  return anActor("platform-user", { groups: [networkGroup(netid, "admin").id] });
}

/** Whoever has a gateway by being attached to it. */
async function aHolder(
  gatewayId: string,
  role: "platform-user" | "service-user" = "platform-user",
) {
  const holder = await anActor(role);
  await anAttachment(holder, gatewayId);
  return holder;
}

describe("a new client config", () => {
  test("needs a network and a gateway; the rest has the values that it starts with", async () => {
    const place = await aPlace({ allowed_endpoints: ["2001:db8::1"], gw_listen_port: 4000 });
    const before = Math.floor(Date.now() / 1000);
    const owner = await aHolder(place.ingressgatewayid);
    const { payload } = await create(place, owner);
    expect(payload.clientid).toMatch(/^[0-9a-f]{12}$/);
    expect(payload.address6).toMatch(/::1$/);
    expect(payload).toEqual({
      clientid: payload.clientid,
      publickey: "",
      ...place,
      dns: "",
      address: "",
      address6: payload.address6,
      ingressgatewayendpoint: "[2001:db8::1]:4000",
      enabled: true,
      ownerid: owner.username,
      remote_access_client_id: "",
      device_id: "",
      device_name: "",
      os: "",
      lastmodified: payload.lastmodified,
    });
    expect(payload.lastmodified).toBeGreaterThanOrEqual(before);
    expect((await get(payload.clientid, owner)).payload).toEqual(payload);
    expect(await auditEntriesAbout(payload.clientid)).toMatchObject([
      {
        verb: "client-config.create",
        targetType: "client-config",
        targetName: payload.clientid,
        before: null,
        after: { ownerid: owner.username, network: place.network },
      },
    ]);
  });

  test("keeps whatever it is given", async () => {
    const place = await aPlace();
    const content = {
      clientid: uniqueName("Device"),
      publickey: KEY,
      dns: "9.9.9.9",
      enabled: false,
      ownerid: (await aHolder(place.ingressgatewayid)).username,
      remote_access_client_id: "rac",
      device_id: "id-1",
      device_name: "Ünal's laptop",
      os: "linux",
    };
    const { payload } = await create({ ...place, ...content });
    expect(payload).toMatchObject({ ...place, ...content });
  });

  test.each([
    [{ clientid: "" }, "clientid"],
    [{ clientid: "bulk" }, "clientid"],
    [{ clientid: "a_b" }, "clientid"],
    [{ clientid: "x".repeat(65) }, "clientid"],
    [{ clientid: "\u212A" }, "clientid"],
    [{ publickey: "x".repeat(44) }, "publickey"],
    [{ dns: "dns.example" }, "dns"],
    [{ address: "10.1.2.3/32" }, "address"],
    [{ address: "fd00::1" }, "address"],
    [{ address6: "10.1.2.3" }, "address6"],
    [{ address6: "fd00::1%eth0" }, "address6"],
    [{ device_name: "x".repeat(256) }, "device_name"],
    [{ enabled: "yes" }, "enabled"],
    [{ network: "" }, "network"],
    [{ ingressgatewayid: "" }, "ingressgatewayid"],
  ])("cannot have %j", async (content, path) => {
    const called = await create({ ...(await aPlace()), ...content });
    expect(refusalOf(called)).toEqual({ status: 400, paths: [path] });
  });

  test("has an id of its own over all networks, compared exactly, also when it is asked for at once", async () => {
    const clientid = uniqueName("Device");
    const places = await Promise.all([aPlace(), aPlace(), aPlace()]);
    const answers = await Promise.all(places.map((place) => create({ ...place, clientid })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.badPaths).toEqual(["clientid"]);
    expect((await create({ ...places[0], clientid: clientid.toLowerCase() })).status).toBe(200);
  });

  test("has a public key of its own on its gateway, also when it is asked for at once", async () => {
    const place = await aPlace();
    const answers = await Promise.all([1, 2, 3].map(() => create({ ...place, publickey: KEY })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.badPaths).toEqual(["publickey"]);
    const other = { ...place, ingressgatewayid: await aGateway(place.network) };
    const { payload } = await create({ ...other, publickey: "" });
    expect((await create({ ...other, publickey: KEY })).status).toBe(200);
    expect(refusalOf(await change(payload.clientid, { publickey: KEY }))).toEqual({
      status: 409,
      paths: ["publickey"],
    });
  });

  test("of a zero-valued struct is enabled", async () => {
    const zero = {
      created_at: ZERO_TIME,
      enabled: false,
      ownerid: "",
      clientid: "",
      publickey: "",
    };
    const { payload } = await create({ ...(await aPlace()), ...zero });
    expect(payload).toMatchObject({ enabled: true, ownerid: "" });
  });
});

describe("the references of a new client config", () => {
  test("exist and belong together; every bad one is named", async () => {
    const [here, there] = [await aPlace(), await aPlace()];
    const wrong = async (body: object) => refusalOf(await create(body));
    expect(await wrong({ network: "nowhere", ingressgatewayid: "none" })).toEqual({
      status: 400,
      paths: ["network", "ingressgatewayid"],
    });
    expect(await wrong({ ...here, network: "nowhere" })).toEqual({
      status: 400,
      paths: ["network"],
    });
    for (const ingressgatewayid of [NO_ID, "none", there.ingressgatewayid]) {
      expect(await wrong({ ...here, ingressgatewayid })).toEqual({
        status: 400,
        paths: ["ingressgatewayid"],
      });
    }
  });

  test("come after an id that is taken", async () => {
    const clientid = await aClientConfig((await aPlace()).ingressgatewayid);
    const called = await create({ clientid, network: "nowhere", ingressgatewayid: NO_ID });
    expect(refusalOf(called)).toEqual({ status: 409, paths: ["clientid"] });
  });
});

describe("the owner of a new client config", () => {
  test("is the caller unless another is named, and nobody for the master key", async () => {
    const place = await aPlace();
    const admin = await anActor("admin");
    expect((await create(place, admin)).payload.ownerid).toBe(admin.username);
    expect((await create(place)).payload.ownerid).toBe("");
    const holder = await aHolder(place.ingressgatewayid);
    const named = { ...place, ownerid: holder.username.toUpperCase() };
    expect((await create(named, admin)).payload.ownerid).toBe(holder.username);
    expect((await create({ ...place, ownerid: "" }, admin)).payload.ownerid).toBe("");
  });

  test("has the gateway, or it is not made", async () => {
    const place = await aPlace();
    const { username: ownerid } = await aUser();
    expect(refusalOf(await create({ ...place, ownerid }))).toEqual({
      status: 409,
      paths: ["ownerid"],
    });
    const disabled = await aUser({ isDisabled: true });
    await anAttachment(disabled, place.ingressgatewayid);
    expect((await create({ ...place, ownerid: disabled.username })).status).toBe(200);
  });

  test("is somebody who exists, to whoever may write for others", async () => {
    const place = await aPlace();
    const ownerid = uniqueName("nobody");
    expect((await create({ ...place, ownerid })).status).toBe(404);
    expect((await create({ ...place, ownerid }, await anAdminOf(place.network))).status).toBe(404);
    const holder = await aHolder(place.ingressgatewayid);
    const known = await aUser({ role: "service-user" });
    for (const other of [ownerid, known.username, ""]) {
      expect((await create({ ...place, ownerid: other }, holder)).status).toBe(403);
    }
  });

  test.each(["platform-user", "service-user", "auditor"] as const)(
    "gets one answer for every gateway that they have not: %s",
    async (role) => {
      const [mine, other] = [await aPlace(), await aPlace()];
      const caller = await anActor(role);
      await anAttachment(caller, mine.ingressgatewayid);
      expect((await create(mine, caller)).status).toBe(200);
      expect((await create({ ...mine, ownerid: caller.username }, caller)).status).toBe(200);
      const places = [
        other,
        { ...mine, ingressgatewayid: NO_ID },
        { ...mine, ingressgatewayid: "none" },
        { ...mine, network: other.network },
        { ...mine, network: "nowhere" },
      ];
      for (const place of places) {
        const called = await create(place, caller);
        expect(called.status).toBe(403);
        expect(called.problem.Message).toBe(
          `You have no gateway "${place.ingressgatewayid}" on "${place.network}".`,
        );
      }
    },
  );

  test("of a network admin is a service user, nobody, or himself, in his networks", async () => {
    const [mine, other] = [await aPlace(), await aPlace()];
    const admin = await anAdminOf(mine.network);
    const served = await aHolder(mine.ingressgatewayid, "service-user");
    await anAttachment(served, other.ingressgatewayid);
    const person = await aHolder(mine.ingressgatewayid);
    for (const ownerid of [served.username, "", admin.username]) {
      expect((await create({ ...mine, ownerid }, admin)).status).toBe(200);
    }
    expect((await create({ ...mine, ownerid: person.username }, admin)).status).toBe(404);
    const outside = { ...other, ownerid: served.username };
    expect(refusalOf(await create(outside, admin))).toEqual({
      status: 400,
      paths: ["network", "ingressgatewayid"],
    });
    expect((await create({ ...other, ownerid: admin.username }, admin)).status).toBe(403);
    await anAttachment(admin, other.ingressgatewayid);
    expect((await create({ ...other, ownerid: admin.username }, admin)).status).toBe(200);
  });
});

describe("a client config that is changed", () => {
  test("keeps what is not sent, and what is fixed", async () => {
    const place = await aPlace();
    const owner = await aHolder(place.ingressgatewayid);
    const { payload: before } = await create({ ...place, device_name: "old" }, owner);
    const { clientid, network, ingressgatewayid, ownerid } = before;
    const fixed = { clientid, network, ingressgatewayid, ownerid };
    for (const [key, value] of Object.entries({
      clientid: "another",
      network: await aNetwork(),
      ingressgatewayid: NO_ID,
      ownerid: "",
    })) {
      expect(refusalOf(await change(clientid, { [key]: value }))).toEqual({
        status: 409,
        paths: [key],
      });
    }
    const changed = await change(
      clientid,
      { ...fixed, ownerid: ownerid.toUpperCase(), device_name: "new", address6: "" },
      owner,
    );
    const { lastmodified } = changed.payload;
    expect(changed.payload).toEqual({ ...before, device_name: "new", lastmodified });
    const again = await change(clientid, { device_name: "new" }, owner);
    expect(again.headers.get("etag")).toBe(changed.headers.get("etag"));
    expect(await auditEntriesAbout(clientid)).toMatchObject([
      { verb: "client-config.create" },
      {
        verb: "client-config.update",
        before: { device_name: "old" },
        after: { device_name: "new" },
      },
    ]);
  });

  test("is enabled only while its owner has the gateway, one or many", async () => {
    const place = await aPlace();
    const owner = await aUser();
    const id = await aClientConfig(place.ingressgatewayid, { owner, isEnabled: false });
    expect(refusalOf(await change(id, { enabled: true }))).toEqual({
      status: 409,
      paths: ["enabled"],
    });
    const many = () => callAs(masterKey, BULK_STATUS, { body: { ids: [id], disable: false } });
    expect((await many()).payload).toMatchObject({ done: [], skipped: [{ id }] });
    await anAttachment(owner, place.ingressgatewayid);
    expect((await many()).payload).toEqual({ done: [id], skipped: [], client_configs: 1 });
    expect((await change(id, { enabled: false })).payload.enabled).toBe(false);
    expect((await change(id, { enabled: true })).payload.enabled).toBe(true);
  });

  test("that belongs to nobody is enabled all the same", async () => {
    const id = await aClientConfig((await aPlace()).ingressgatewayid, { isEnabled: false });
    expect((await change(id, { enabled: true })).payload.enabled).toBe(true);
  });

  test("has a tag that the gateway's endpoint does not change", async () => {
    const { ingressgatewayid } = await aPlace({ allowed_endpoints: ["a.example"] });
    const id = await aClientConfig(ingressgatewayid);
    const before = await get(id);
    await callAs(masterKey, PUT_GATEWAY, {
      params: { id: ingressgatewayid },
      body: { allowed_endpoints: ["b.example", "c.example"] },
    });
    const after = await get(id);
    expect(after.payload.ingressgatewayendpoint).toBe("b.example:51821");
    expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
  });

  test("of another is refused to network admins, and not there for who does not see it", async () => {
    const { network, ingressgatewayid } = await aPlace();
    const id = await aClientConfig(ingressgatewayid, { owner: await aUser() });
    const admin = await anAdminOf(network);
    expect((await change(id, { os: "x" }, admin)).status).toBe(403);
    expect((await change(id, { os: "x" }, await anActor("auditor"))).status).toBe(403);
    expect((await change(id, { os: "x" }, await anAdminOf(await aNetwork()))).status).toBe(404);
    expect((await callAs(admin, DELETE, { params: { id } })).status).toBe(403);
  });
});

describe("the client configs that one sees", () => {
  async function aWorld() {
    const [mine, other] = [await aPlace(), await aPlace()];
    const admin = await anAdminOf(mine.network);
    const own = await aClientConfig(other.ingressgatewayid, { owner: admin });
    const there = await aClientConfig(mine.ingressgatewayid, { owner: await aUser() });
    const hidden = await aClientConfig(other.ingressgatewayid, { owner: await aUser() });
    return { mine, other, admin, own, there, hidden };
  }
  const idsOf = (all: { clientid: string }[]) => all.map(({ clientid }) => clientid);

  test("are one's own, and those of one's networks, by id", async () => {
    const { mine, other, admin, own, there, hidden } = await aWorld();
    const listed = async (query: Record<string, string[]> = {}) =>
      idsOf((await callAs(admin, LIST, { query })).payload);
    expect(await listed()).toEqual([own, there].sort());
    expect(await listed({ network: [other.network] })).toEqual([own]);
    expect(await listed({ gateway: [mine.ingressgatewayid, "none"] })).toEqual([there]);
    expect(await listed({ owner: [admin.username.toUpperCase(), "nobody"] })).toEqual([own]);
    expect((await get(hidden, admin)).status).toBe(404);
    expect((await callAs(admin, PAGE)).payload).toMatchObject({ total: 2 });
    const nobody = await anActor("service-user");
    expect((await callAs(nobody, LIST)).payload).toEqual([]);
    expect((await callAs(nobody, PAGE)).payload).toMatchObject({ data: [], total: 0 });
  });

  test("are found, filtered, sorted and counted by page", async () => {
    const place = await aPlace();
    const owner = await aHolder(place.ingressgatewayid);
    const word = uniqueName("c");
    await create({ ...place, clientid: `${word}-1`, device_name: "Büro", ownerid: "" });
    await create({ ...place, clientid: `${word}-2`, device_id: "x" }, owner);
    await create(
      { ...place, clientid: `${word}-3`, remote_access_client_id: "y", enabled: false },
      owner,
    );
    const found = async (query: Record<string, string | string[]>) => {
      const { payload } = await callAs(masterKey, PAGE, {
        query: { network: place.network, ...query },
      });
      expect(payload.total).toBe(payload.data.length);
      return idsOf(payload.data).map((id) => Number(id.at(-1)));
    };
    expect(await found({})).toEqual([1, 2, 3]);
    expect(await found({ q: "buro" })).toEqual([1]);
    expect(await found({ q: owner.username.toUpperCase() })).toEqual([2, 3]);
    expect(await found({ q: "::2" })).toEqual([2]);
    expect(await found({ q: "%" })).toEqual([]);
    expect(await found({ owner: "" })).toEqual([1]);
    expect(await found({ owner: ["", owner.username] })).toEqual([1, 2, 3]);
    expect(await found({ gateway: NO_ID })).toEqual([]);
    expect(await found({ kind: "device" })).toEqual([2, 3]);
    expect(await found({ kind: "plain" })).toEqual([1]);
    expect(await found({ enabled: "false" })).toEqual([3]);
    expect(await found({ sort: "ownerid", order: "desc" })).toEqual([3, 2, 1]);
    expect(await found({ sort: "lastmodified", order: "desc" })).toEqual([3, 2, 1]);
    for (const wrong of ["kind=phone", "enabled=yes", "sort=os"]) {
      expect((await callAs(masterKey, PAGE, { query: wrong })).status).toBe(400);
    }
    const [network] = (await callAs(masterKey, NETWORKS, { query: { q: place.network } })).payload
      .data;
    const [gateway] = (await callAs(masterKey, GATEWAYS, { query: { id: place.ingressgatewayid } }))
      .payload.data;
    expect([network?.client_configs, gateway?.client_configs]).toEqual([3, 3]);
  });
});

describe("many client configs at once", () => {
  test("are deleted where the single call would, and the rest is skipped with the reason", async () => {
    const { network, ingressgatewayid } = await aPlace();
    const admin = await anAdminOf(network);
    const [own, served, nobodys, others] = await Promise.all([
      aClientConfig(ingressgatewayid, { owner: admin }),
      aClientConfig(ingressgatewayid, { owner: await aUser({ role: "service-user" }) }),
      aClientConfig(ingressgatewayid),
      aClientConfig(ingressgatewayid, { owner: await aUser() }),
    ]);
    const hidden = await aClientConfig((await aPlace()).ingressgatewayid);
    const ids = [own, hidden, served, nobodys, others, "none", own];
    const call = (query = {}) => callAs(admin, BULK_DELETE, { query, body: { ids } });
    const expected = {
      done: [own, served, nobodys],
      skipped: [
        { id: hidden, reason: `There is no client config "${hidden}".` },
        { id: others, reason: ONLY_SERVICE_USERS },
        { id: "none", reason: 'There is no client config "none".' },
      ],
      client_configs: 3,
    };
    expect((await call({ dry_run: true })).payload).toEqual(expected);
    expect((await get(own)).status).toBe(200);
    expect((await call()).payload).toEqual(expected);
    expect((await get(own)).status).toBe(404);
    expect((await get(others)).status).toBe(200);
    expect((await auditEntriesAbout(served)).map(({ verb }) => verb)).toEqual([
      "client-config.delete",
    ]);
  });

  test("are switched, and those counted that were not so already", async () => {
    const { ingressgatewayid } = await aPlace();
    const owner = await aHolder(ingressgatewayid);
    const on = await aClientConfig(ingressgatewayid, { owner });
    const off = await aClientConfig(ingressgatewayid, { owner, isEnabled: false });
    const call = (disable: boolean, query = {}) =>
      callAs(owner, BULK_STATUS, { query, body: { ids: [on, off], disable } });
    const both = { done: [on, off], skipped: [], client_configs: 1 };
    expect((await call(false, { dry_run: true })).payload).toEqual(both);
    expect((await get(off)).payload.enabled).toBe(false);
    expect((await call(false)).payload).toEqual(both);
    expect((await call(true)).payload).toEqual({ ...both, client_configs: 2 });
    expect(await auditEntriesAbout(off)).toMatchObject([
      { verb: "client-config.update", before: { enabled: false }, after: { enabled: true } },
      { verb: "client-config.update", before: { enabled: true }, after: { enabled: false } },
    ]);
  });

  test("take as many statements as one", async () => {
    const { ingressgatewayid } = await aPlace();
    const made = async (count: number) => {
      const owners = await Promise.all(
        Array.from({ length: count }, () => aHolder(ingressgatewayid)),
      );
      return Promise.all(
        owners.map((owner) => aClientConfig(ingressgatewayid, { owner, isEnabled: false })),
      );
    };
    const statements = async (ids: string[]) =>
      (await statementsOf(() => callAs(masterKey, BULK_STATUS, { body: { ids, disable: false } })))
        .length;
    expect(await statements(await made(8))).toBe(await statements(await made(1)));
  });
});

describe("the file for the device", () => {
  const file = (id: string, caller: Caller = masterKey) => callAs(caller, FILE, { params: { id } });

  test("is what wg-quick reads, without a key of ours", async () => {
    const { network, ingressgatewayid } = await aPlace({
      gw_peer_public_key: KEY,
      allowed_endpoints: ["gw.example.com", "203.0.113.9"],
    });
    const { payload } = await create({ network, ingressgatewayid, dns: "9.9.9.9" });
    const called = await file(payload.clientid);
    expect(called.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const stored = await database().pool.query<{ range: string }>(
      'SELECT "addressRange6"::text AS range FROM "Network" WHERE id = $1',
      [network],
    );
    expect(called.text).toBe(
      [
        "[Interface]",
        "# PrivateKey = ",
        `Address = ${payload.address6}/128`,
        "DNS = 9.9.9.9",
        "",
        "[Peer]",
        `PublicKey = ${KEY}`,
        "Endpoint = gw.example.com:51821",
        `AllowedIPs = ${stored.rows[0]?.range ?? ""}`,
        "PersistentKeepalive = 25",
        "",
      ].join("\n"),
    );
  });

  test("leads everything through a way to the internet", async () => {
    const { ingressgatewayid } = await aPlace({
      gw_peer_public_key: KEY,
      allowed_endpoints: ["203.0.113.9"],
      is_internet_gateway: true,
    });
    const id = await aClientConfig(ingressgatewayid);
    const { text } = await file(id);
    expect(text).toContain("\nAllowedIPs = 0.0.0.0/0, ::/0\n");
    expect(text).not.toContain("DNS");
  });

  test.each([{ allowed_endpoints: ["203.0.113.9"] }, { gw_peer_public_key: KEY }])(
    "is not there while the gateway has only %j",
    async (options) => {
      const { ingressgatewayid } = await aPlace(options);
      const id = await aClientConfig(ingressgatewayid);
      expect((await file(id)).status).toBe(409);
      expect((await file(id, await anActor("service-user"))).status).toBe(404);
    },
  );
});

describe("what goes takes its client configs along", () => {
  test("a gateway and a network, which count them", async () => {
    const [gone, kept] = [await aPlace(), await aPlace()];
    const ids = [
      await aClientConfig(gone.ingressgatewayid, { owner: await aUser() }),
      await aClientConfig(gone.ingressgatewayid),
    ];
    const other = await aClientConfig(kept.ingressgatewayid);
    await callAs(masterKey, DELETE_GATEWAY, { params: { id: gone.ingressgatewayid } });
    for (const id of ids) expect((await get(id)).status).toBe(404);
    expect((await get(other)).status).toBe(200);
    expect(await auditEntriesAbout(gone.ingressgatewayid)).toMatchObject([
      { verb: "gateway.delete", before: { client_configs: 2 } },
    ]);
    await callAs(masterKey, DELETE_NETWORK, { params: { netid: kept.network } });
    expect((await get(other)).status).toBe(404);
    expect(await auditEntriesAbout(kept.network)).toMatchObject([
      { verb: "network.delete", before: { client_configs: 1 } },
    ]);
  });
});
