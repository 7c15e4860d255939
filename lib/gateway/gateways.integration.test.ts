import { describe, expect, test } from "vitest";
import { DELETE as DELETE_NETWORK } from "@/app/api/networks/[netid]/route";
import { DELETE, GET, PUT } from "@/app/api/v1/gateways/[id]/route";
import { GET as LIST, POST } from "@/app/api/v1/gateways/route";
import { GET as ROLE, POST as NEW_ROLE } from "@/app/api/v1/users/role/route";
import { GET as NETWORKS } from "@/app/api/v2/networks/route";
import { GET as PAGE } from "@/app/api/v2/gateways/route";
import { networkGroup } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import { aGateway, anActor, aNetwork, masterKey, uniqueName } from "@/lib/testing/factories";
import { auditEntriesAbout } from "@/lib/testing/stored";

function create(body: object) {
  return callAs(masterKey, POST, { body });
}

function change(id: string, body: object) {
  return callAs(masterKey, PUT, { params: { id }, body });
}

function refusalOf({ status, badPaths }: { status: number; badPaths: readonly string[] }) {
  return { status, paths: badPaths };
}

/** A platform user who administers a network. */
function anAdminOf(netid: string) {
  return anActor("platform-user", { groups: [networkGroup(netid, "admin").id] });
}

describe("a new gateway", () => {
  test("needs a name and a network; the rest has the values that it starts with", async () => {
    const network = await aNetwork();
    const made = await create({ gw_name: " Berlin ", network });
    expect(made.payload).toEqual({
      id: made.payload.id,
      gw_name: "Berlin",
      network,
      is_internet_gateway: false,
      gw_peer_public_key: "",
      gw_listen_port: 51821,
      metadata: "",
      allowed_endpoints: [],
      addresses: [],
      dns_address: "",
      manage_dns: false,
      match_domains: [],
      search_domains: [],
      nameservers: [],
      status: "offline",
    });
    const { id } = made.payload;
    expect((await callAs(masterKey, GET, { params: { id } })).payload).toEqual(made.payload);
    expect(await auditEntriesAbout(id)).toMatchObject([
      { verb: "gateway.create", targetName: "Berlin", before: null, after: { network } },
    ]);
  });

  test("keeps whatever it is given", async () => {
    const content = {
      gw_name: "Büro 2",
      network: await aNetwork(),
      is_internet_gateway: true,
      gw_peer_public_key: "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=",
      gw_listen_port: 0,
      metadata: "two\nlines",
      allowed_endpoints: ["gw.example.com", "203.0.113.9", "2001:db8::1"],
      addresses: ["10.20.0.1/16", "fd00:20::1/64"],
      dns_address: "fd00:20::53",
      manage_dns: true,
      match_domains: ["corp.example"],
      search_domains: ["example"],
      nameservers: [
        {
          ips: ["9.9.9.9"],
          match_domain: "corp.example",
          is_search_domain: true,
          is_fallback: true,
          is_ad_domain: true,
        },
      ],
      status: "online",
    };
    const made = await create(content);
    expect(made.payload).toEqual({ id: made.payload.id, ...content });
  });

  test("has of a name server what is sent, which null is not", async () => {
    const nameservers = [null, { ips: ["9.9.9.9"], match_domain: null, is_fallback: null }, null];
    const network = await aNetwork();
    const { payload: made } = await create({ gw_name: "Berlin", network, nameservers });
    const plain = {
      ips: ["9.9.9.9"],
      match_domain: "",
      is_search_domain: false,
      is_fallback: false,
      is_ad_domain: false,
    };
    expect(made.nameservers).toEqual([plain]);

    const changed = await change(made.id, { nameservers: [{ ips: null }, null] });
    expect(changed.payload.nameservers).toEqual([{ ...plain, ips: [] }]);
  });

  test.each([
    [{ gw_name: "" }, "gw_name"],
    [{ gw_name: "x".repeat(65) }, "gw_name"],
    [{ gw_listen_port: -1 }, "gw_listen_port"],
    [{ gw_listen_port: 65_536 }, "gw_listen_port"],
    [{ gw_listen_port: 1.5 }, "gw_listen_port"],
    [{ gw_peer_public_key: "x".repeat(44) }, "gw_peer_public_key"],
    [{ gw_peer_public_key: "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmp=" }, "gw_peer_public_key"],
    [{ dns_address: "9.9.9" }, "dns_address"],
    [{ dns_address: "fe80::1%eth0" }, "dns_address"],
    [{ allowed_endpoints: ["fine.example", "not fine"] }, "allowed_endpoints.1"],
    [{ allowed_endpoints: ["1.2.3.4:51821"] }, "allowed_endpoints.0"],
    [{ allowed_endpoints: ["1.2.3.999"] }, "allowed_endpoints.0"],
    [{ addresses: ["10.20.0.1"] }, "addresses.0"],
    [{ addresses: ["10.20.0.1/33"] }, "addresses.0"],
    [{ addresses: ["10.20.0.1/032", "fd00:20::1/064"] }, "addresses.0 addresses.1"],
    [{ match_domains: ["x".repeat(256)] }, "match_domains.0"],
    [{ search_domains: Array.from({ length: 101 }, () => "x") }, "search_domains"],
    [{ nameservers: [null, { ips: ["nine"] }] }, "nameservers.1.ips.0"],
    [{ status: "up" }, "status"],
  ])("cannot have %j", async (content, path) => {
    const called = await create({ gw_name: "Berlin", network: await aNetwork(), ...content });
    expect(refusalOf(called)).toEqual({ status: 400, paths: path.split(" ") });
  });

  test("is on a network that exists", async () => {
    const called = await create({ gw_name: "Berlin", network: "nowhere" });
    expect(refusalOf(called)).toEqual({ status: 400, paths: ["network"] });
  });

  test("has a name of its own in its network, in whatever case, also when it is asked for at once", async () => {
    const network = await aNetwork();
    const answers = await Promise.all(
      ["Berlin", "BERLIN", "berlin"].map((name) => create({ gw_name: name, network })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.badPaths).toEqual(["gw_name"]);
    expect((await create({ gw_name: "Berlin", network: await aNetwork() })).status).toBe(200);
  });
});

describe("a gateway that is changed", () => {
  test("keeps what is not sent, and stays in its network", async () => {
    const network = await aNetwork();
    const { payload: before } = await create({ gw_name: "Berlin", network, metadata: "notes" });
    const elsewhere = await change(before.id, { network: await aNetwork() });
    expect(refusalOf(elsewhere)).toEqual({ status: 409, paths: ["network"] });
    const changed = await change(before.id, { network, status: "online", metadata: "" });
    expect(changed.payload).toEqual({ ...before, status: "online", metadata: "" });
    const again = await change(before.id, { status: "online" });
    expect(again.headers.get("etag")).toBe(changed.headers.get("etag"));
    expect((await auditEntriesAbout(before.id)).map(({ verb }) => verb)).toEqual([
      "gateway.create",
      "gateway.update",
    ]);
  });

  test("cannot take the name of another one", async () => {
    const network = await aNetwork();
    await create({ gw_name: "Berlin", network });
    const { payload: other } = await create({ gw_name: "Paris", network });
    expect(refusalOf(await change(other.id, { gw_name: "berlin" }))).toEqual({
      status: 409,
      paths: ["gw_name"],
    });
    expect((await change(other.id, { gw_name: "PARIS" })).status).toBe(200);
  });
});

describe("the gateways that one sees", () => {
  test("are those of one's networks, by name", async () => {
    const [mine, other] = [await aNetwork(), await aNetwork()];
    for (const name of ["b", "A", "c"]) await create({ gw_name: name, network: mine });
    const hidden = await aGateway(other);
    const admin = await anAdminOf(mine);
    const names = async (path: { query?: Record<string, string[]> } = {}) =>
      (await callAs(admin, LIST, path)).payload.map((each: { gw_name: string }) => each.gw_name);
    expect(await names()).toEqual(["A", "b", "c"]);
    expect(await names({ query: { network: [other] } })).toEqual([]);
    expect(await names({ query: { network: [other, mine] } })).toEqual(["A", "b", "c"]);
    expect((await callAs(admin, GET, { params: { id: hidden } })).status).toBe(404);
    const nobody = await anActor("platform-user");
    expect((await callAs(nobody, LIST)).payload).toEqual([]);
  });

  test("are found, filtered and sorted by page", async () => {
    const network = await aNetwork();
    const word = uniqueName("gw");
    const made = [
      { gw_name: `${word} Été`, status: "online", addresses: ["10.9.8.7/24"] },
      { gw_name: `${word} b`, status: "offline" },
      { gw_name: `${word} a`, status: "disconnected" },
    ];
    for (const each of made) await create({ ...each, network });
    const found = async (query: Record<string, string | string[]>) => {
      const { payload } = await callAs(masterKey, PAGE, { query: { network, ...query } });
      return payload.data.map((each: { gw_name: string }) => each.gw_name.replace(`${word} `, ""));
    };
    expect(await found({})).toEqual(["a", "b", "Été"]);
    expect(await found({ q: "ete" })).toEqual(["Été"]);
    expect(await found({ q: "10.9.8" })).toEqual(["Été"]);
    expect(await found({ q: "%" })).toEqual([]);
    expect(await found({ status: ["online", "offline"] })).toEqual(["b", "Été"]);
    expect(await found({ sort: "status", order: "desc" })).toEqual(["Été", "b", "a"]);
    expect(await found({ id: "no-uuid" })).toEqual([]);
    expect((await callAs(masterKey, PAGE, { query: { status: "up" } })).status).toBe(400);
    const { payload } = await callAs(masterKey, NETWORKS, { query: { q: network } });
    expect(payload.data).toMatchObject([{ netid: network, gateways: 3 }]);
  });
});

describe("the roles that name a gateway", () => {
  function newRole(network: string, ids: string[]) {
    const rights = Object.fromEntries(ids.map((id) => [id, { vpn_access: true }]));
    return callAs(masterKey, NEW_ROLE, {
      body: {
        name: uniqueName("role"),
        network_id: network,
        network_level_access: { remote_access_gw: rights },
      },
    });
  }

  test("name one of their network", async () => {
    const [network, other] = [await aNetwork(), await aNetwork()];
    const [own, foreign] = [await aGateway(network), await aGateway(other)];
    expect((await newRole(network, [own])).status).toBe(200);
    expect((await newRole("all_networks", [own, foreign])).status).toBe(200);
    expect(refusalOf(await newRole(network, [own, foreign, "none"]))).toEqual({
      status: 400,
      paths: [
        `network_level_access.remote_access_gw.${foreign}`,
        "network_level_access.remote_access_gw.none",
      ],
    });
  });

  test("name it no more when it has gone", async () => {
    const network = await aNetwork();
    const [gone, kept] = [await aGateway(network), await aGateway(network)];
    const { payload: both } = await newRole("all_networks", [gone, kept]);
    const { payload: one } = await newRole(network, [gone]);
    const mapOf = async (id: string) =>
      (await callAs(masterKey, ROLE, { query: { role_id: id } })).payload.network_level_access;
    expect(Object.keys((await mapOf(one.id))["remote_access_gw"] ?? {})).toEqual([gone]);

    expect((await callAs(masterKey, DELETE, { params: { id: gone } })).payload).toBeNull();
    expect(await mapOf(one.id)).not.toHaveProperty("remote_access_gw");
    expect(Object.keys((await mapOf(both.id))["remote_access_gw"] ?? {})).toEqual([kept]);
    expect(await auditEntriesAbout(gone)).toMatchObject([
      { verb: "gateway.delete", before: { roles: 2 }, after: null },
    ]);
    expect((await callAs(masterKey, GET, { params: { id: gone } })).status).toBe(404);

    await callAs(masterKey, DELETE_NETWORK, { params: { netid: network } });
    expect(await mapOf(both.id)).not.toHaveProperty("remote_access_gw");
    expect(await auditEntriesAbout(network)).toMatchObject([
      { verb: "network.delete", before: { gateways: 1 } },
    ]);
    expect((await callAs(masterKey, GET, { params: { id: kept } })).status).toBe(404);
  });
});
