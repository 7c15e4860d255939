import { describe, expect, test } from "vitest";
import { DELETE, GET, PUT } from "@/app/api/networks/[netid]/route";
import { GET as LIST, POST } from "@/app/api/networks/route";
import { GET as PAGE } from "@/app/api/v2/networks/route";
import { database } from "@/lib/db/client";
import { networkGroup } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anActor,
  aNetwork,
  aRange6,
  aRole,
  aUser,
  masterKey,
  uniqueNetid,
} from "@/lib/testing/factories";
import { auditEntriesAbout } from "@/lib/testing/stored";

function create(body: object) {
  return callAs(masterKey, POST, { body: { netid: uniqueNetid(), ...body } });
}

function change(netid: string, body: object) {
  return callAs(masterKey, PUT, { params: { netid }, body });
}

async function versionsOf(table: "User" | "Group", ids: string[]): Promise<string[]> {
  const { rows } = await database().pool.query<{ version: string }>(
    `SELECT "version"::text FROM "${table}" WHERE "id"::text = ANY($1) ORDER BY "id"`,
    [ids],
  );
  return rows.map(({ version }) => version);
}

describe("a network's id", () => {
  test.each([
    "",
    "Lab",
    "a b",
    "lab.1",
    "ü",
    "all_networks",
    "global",
    "__proto__",
    "x".repeat(33),
  ])("cannot be %j", async (netid) => {
    const called = await create({ netid, addressrange6: aRange6() });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 400,
      paths: ["netid"],
    });
  });

  test("is had by one network only, also when it is asked for twice at once", async () => {
    const netid = uniqueNetid();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => create({ netid, addressrange6: aRange6() })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.badPaths).toEqual(["netid"]);
  });

  test("stays", async () => {
    const netid = await aNetwork();
    const called = await change(netid, { netid: "another" });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 409,
      paths: ["netid"],
    });
    expect((await change(netid, { netid })).status).toBe(200);
  });
});

describe("the ranges of a network", () => {
  test("are stored with their host bits cleared, in their usual form", async () => {
    const range = aRange6();
    const made = await create({
      addressrange6: range.toUpperCase().replace("::/64", ":0:0:0:0:7/64"),
    });
    expect(made.payload.addressrange6).toMatch(/^fd[0-9a-f:]+::\/64$/);
    const four = await create({ addressrange: "10.77.3.9/16" });
    expect(four.payload).toMatchObject({ addressrange: "10.77.0.0/16", addressrange6: "" });
    const again = await callAs(masterKey, GET, { params: { netid: four.payload.netid } });
    expect(again.payload).toEqual(four.payload);
    expect(again.headers.get("etag")).toBe(four.headers.get("etag"));
  });

  test.each([
    [{ addressrange: "10.0.0.0/7" }, "addressrange"],
    [{ addressrange: "10.0.0.0/31" }, "addressrange"],
    [{ addressrange: "10.0.0.0" }, "addressrange"],
    [{ addressrange: "10.0.0/16" }, "addressrange"],
    [{ addressrange: "010.0.0.0/16" }, "addressrange"],
    [{ addressrange: "10.0.0.0/016" }, "addressrange"],
    [{ addressrange: "10.0.0.0/16/2" }, "addressrange"],
    [{ addressrange: "fd00::/64" }, "addressrange"],
    [{ addressrange6: "10.0.0.0/16" }, "addressrange6"],
    [{ addressrange6: "fd00::/15" }, "addressrange6"],
    [{ addressrange6: "fd00::/127" }, "addressrange6"],
    [{ addressrange6: "fd00::/064" }, "addressrange6"],
    [{ addressrange6: "fe80::%eth0/64" }, "addressrange6"],
    [{ addressrange: "", addressrange6: "" }, "addressrange"],
    [{}, "addressrange"],
  ])("cannot be %j", async (body, path) => {
    const called = await create(body);
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 400,
      paths: [path],
    });
  });

  test("overlap with no other network's, which the refusal names", async () => {
    const other = uniqueNetid();
    await create({ netid: other, addressrange: "10.91.0.0/16" });
    const called = await create({ addressrange: "10.91.128.0/20", addressrange6: aRange6() });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 409,
      paths: ["addressrange"],
    });
    expect(called.problem.Message).toContain(other);
    const wide = await change(await aNetwork(), { addressrange: "10.0.0.0/8" });
    expect(wide.status).toBe(409);
  });

  test("of either family overlap with no other network's, also when one grows", async () => {
    const range = aRange6();
    const other = await create({ addressrange: "10.95.0.0/24", addressrange6: range });
    const wide = range.replace("::/64", "::/48");
    const clash = await create({ addressrange: "10.96.0.0/24", addressrange6: wide });
    expect({ status: clash.status, paths: clash.badPaths }).toEqual({
      status: 409,
      paths: ["addressrange6"],
    });
    expect(clash.problem.Message).toContain(other.payload.netid);
    const neighbour = await create({ addressrange: "10.95.1.0/24" });
    const { netid } = neighbour.payload;
    for (const [body, path] of [
      [{ addressrange: "10.95.1.0/23" }, "addressrange"],
      [{ addressrange6: wide }, "addressrange6"],
    ] as const) {
      const grown = await change(netid, body);
      expect({ status: grown.status, paths: grown.badPaths }).toEqual({
        status: 409,
        paths: [path],
      });
      expect(grown.problem.Message).toContain(other.payload.netid);
    }
    const shrunk = await change(netid, { addressrange: "10.95.1.128/25" });
    expect(shrunk.payload.addressrange).toBe("10.95.1.128/25");
    expect((await change(netid, { addressrange: "10.95.1.0/24" })).status).toBe(200);
  });

  test("that overlap are given to one of those who ask for them at once", async () => {
    const answers = await Promise.all(
      [18, 19, 20, 21].map((bits) => create({ addressrange: `10.92.0.0/${bits}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  test("stay where they are not sent, and go where they are empty, but for the last", async () => {
    const { payload } = await create({ addressrange: "10.93.0.0/16", addressrange6: aRange6() });
    const { netid } = payload;
    expect((await change(netid, { addressrange: "10.93.0.0/17" })).payload).toEqual({
      ...payload,
      addressrange: "10.93.0.0/17",
    });
    expect((await change(netid, { addressrange: "" })).payload.addressrange).toBe("");
    for (const [beside, headers] of [
      [{}, {}],
      [{ netid: "another" }, {}],
      [{}, { "If-Match": '"1"' }],
    ] as const) {
      const body = { addressrange6: "", ...beside };
      const last = await callAs(masterKey, PUT, { params: { netid }, headers, body });
      expect({ status: last.status, paths: last.badPaths }).toEqual({
        status: 400,
        paths: ["addressrange6"],
      });
    }
  });

  test("that hold addresses of IPv4 are what they were when they are repeated", async () => {
    const made = await create({ addressrange6: "::ffff:192.0.2.0/120" });
    const { netid, ...ranges } = made.payload;
    expect(ranges.addressrange6).toBe("::ffff:192.0.2.0/120");
    const again = await change(netid, ranges);
    expect(again.headers.get("etag")).toBe(made.headers.get("etag"));
    expect(await auditEntriesAbout(netid)).toMatchObject([{ after: ranges }]);
  });
});

describe("the roles and groups of a network", () => {
  test("come with it", async () => {
    const netid = await aNetwork();
    const groups = await database().prisma.group.findMany({
      where: { networkId: netid },
      select: { id: true, name: true, grants: { select: { networkId: true, roleId: true } } },
      orderBy: { id: "asc" },
    });
    expect(groups).toEqual([
      {
        id: `${netid}-network-admin-grp`,
        name: `${netid} Admin Group`,
        grants: [{ networkId: netid, roleId: `${netid}-network-admin` }],
      },
      {
        id: `${netid}-network-user-grp`,
        name: `${netid} User Group`,
        grants: [{ networkId: netid, roleId: `${netid}-network-user` }],
      },
    ]);
  });

  test("may have no name that another has already, in whatever case", async () => {
    const netid = uniqueNetid();
    await database().prisma.group.create({
      data: { id: netid, name: `${netid} uSER Group`, nameLower: `${netid} user group` },
    });
    const called = await create({ netid, addressrange6: aRange6() });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 409,
      paths: ["netid"],
    });
    expect(await database().prisma.network.count({ where: { id: netid } })).toBe(0);
  });

  test("go with it, with members, custom roles and grants of other groups; counted in one entry", async () => {
    const netid = await aNetwork();
    const user = await aUser({ role: "service-user", groups: [networkGroup(netid, "user").id] });
    const roleId = await aRole({ networkId: netid });
    const granting = await aGroup({ grants: [{ networkId: netid, roleId }] });
    const before = {
      users: await versionsOf("User", [user.id]),
      groups: await versionsOf("Group", [granting]),
    };
    const called = await callAs(masterKey, DELETE, { params: { netid } });
    expect(called.payload).toBe(`${netid} deleted.`);
    expect(await versionsOf("User", [user.id])).not.toEqual(before.users);
    expect(await versionsOf("Group", [granting])).not.toEqual(before.groups);
    const { prisma } = database();
    expect(await prisma.role.count({ where: { id: { contains: netid } } })).toBe(0);
    expect(await prisma.role.count({ where: { id: roleId } })).toBe(0);
    expect(await prisma.groupNetworkRole.count({ where: { groupId: granting } })).toBe(0);
    expect(await prisma.groupMember.count({ where: { userId: user.id } })).toBe(0);
    const entries = await auditEntriesAbout(netid);
    const entry = entries.find(({ verb }) => verb === "network.delete");
    expect(entry?.before).toMatchObject({ netid, memberships: 1, roles: 3 });
  });
});

describe("a network admin", () => {
  test("sees their networks, and no other", async () => {
    const [mine, other] = [await aNetwork(), await aNetwork()];
    const admin = await anActor("platform-user", { groups: [networkGroup(mine, "admin").id] });
    const list = await callAs(admin, LIST);
    expect(list.payload.map(({ netid }) => netid)).toEqual([mine]);
    const page = await callAs(admin, PAGE, { query: { q: "net" } });
    expect(page.payload).toMatchObject({ total: 1, data: [{ netid: mine, gateways: 0 }] });
    expect((await callAs(admin, GET, { params: { netid: other } })).status).toBe(404);
  });
});

test("networks are found by id and by range", async () => {
  const { payload } = await create({ addressrange: "10.94.0.0/16" });
  const accented = payload.netid.replace("n", "ñ");
  for (const q of [payload.netid.slice(0, 10).toUpperCase(), accented, "10.94."]) {
    const page = await callAs(masterKey, PAGE, { query: { q } });
    expect(page.payload.data.map(({ netid }) => netid)).toContain(payload.netid);
  }
  const none = await callAs(masterKey, PAGE, { query: { q: "%" } });
  expect(none.payload.total).toBe(0);
});
