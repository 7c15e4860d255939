// Which addresses client configs get, and which ranges a network may have while they have them.
import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { POST as POST_NETWORK } from "@/app/api/networks/route";
import { PUT as PUT_NETWORK } from "@/app/api/networks/[netid]/route";
import { PUT } from "@/app/api/v1/client_configs/[id]/route";
import { POST } from "@/app/api/v1/client_configs/route";
import { database } from "@/lib/db/client";
import { plainAddress } from "@/lib/network/range";
import { callAs } from "@/lib/testing/call-as";
import { aGateway, aRange6, masterKey, uniqueNetid } from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";

let next = 0;

/** The first three bytes of a /24 that no other test has. */
function bytes(): string {
  next += 1;
  return `100.${String(64 + Math.floor(next / 256))}.${String(next % 256)}`;
}

async function aPlace(ranges: object, gateway: object = {}) {
  const network = uniqueNetid();
  const made = await callAs(masterKey, POST_NETWORK, { body: { netid: network, ...ranges } });
  expect(made.status).toBe(200);
  return { network, ingressgatewayid: await aGateway(network, gateway) };
}

type Place = Awaited<ReturnType<typeof aPlace>>;

function create(place: Place, body: object = {}) {
  return callAs(masterKey, POST, { body: { ...place, ...body } });
}

async function addressOf(place: Place, body: object = {}): Promise<string> {
  return (await create(place, body)).payload.address;
}

function change(id: string, body: object) {
  return callAs(masterKey, PUT, { params: { id }, body });
}

function changeRange({ network: netid }: Place, body: object) {
  return callAs(masterKey, PUT_NETWORK, { params: { netid }, body });
}

function refusalOf({ status, badPaths }: { status: number; badPaths: readonly string[] }) {
  return { status, paths: badPaths };
}

/** Takes a row of addresses without asking, from the one of this number in the range. */
async function fill({ network, ingressgatewayid }: Place, from: number, count: number) {
  await database().pool.query(
    `INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "address")
     SELECT n."id" || '-' || i, n."id", $2::uuid, set_masklen(network(n."addressRange")::inet, 32) + i
     FROM "Network" n, generate_series($3::int, $3 + $4 - 1) AS i WHERE n."id" = $1`,
    [network, ingressgatewayid, from, count],
  );
}

describe("the next free address", () => {
  test("is the lowest that no client config and no gateway has", async () => {
    const net = bytes();
    const place = await aPlace(
      { addressrange: `${net}.0/24` },
      { addresses: [`${net}.1/24`, "10.255.0.1/8", "fd00::1/64"] },
    );
    expect(await addressOf(place)).toBe(`${net}.2`);
    expect(await addressOf(place, { address: `${net}.4` })).toBe(`${net}.4`);
    await aGateway(place.network, { addresses: [`${net}.3/32`, `${net}.4/32`] });
    expect(await addressOf(place)).toBe(`${net}.5`);
    await fill(place, 6, 200);
    expect(await addressOf(place)).toBe(`${net}.206`);
    await database().prisma.clientConfig.delete({ where: { id: `${place.network}-77` } });
    expect(await addressOf(place)).toBe(`${net}.77`);
    expect(await addressOf(place)).toBe(`${net}.207`);
  });

  test("is none in a range that is full", async () => {
    const net = bytes();
    const place = await aPlace({ addressrange: `${net}.4/30` });
    expect(await addressOf(place)).toBe(`${net}.5`);
    expect(await addressOf(place)).toBe(`${net}.6`);
    expect(refusalOf(await create(place))).toEqual({ status: 409, paths: ["address"] });
    const six = await aPlace({ addressrange6: "2001:db8:7:1::fffc/126" });
    const given: string[] = [];
    for (let count = 0; count < 3; count += 1) given.push((await create(six)).payload.address6);
    expect(given).toEqual(["2001:db8:7:1::fffd", "2001:db8:7:1::fffe", "2001:db8:7:1::ffff"]);
    expect(refusalOf(await create(six))).toEqual({ status: 409, paths: ["address6"] });
  });

  test.each([
    ["3ff0::/16", "3ff0::1", "3ff0:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
    ["ffff::/16", "ffff::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  ])("of %s begins and ends with its range", async (addressrange6, first, last) => {
    const place = await aPlace({ addressrange6 });
    expect((await create(place, { address6: last })).payload.address6).toBe(last);
    expect((await create(place)).payload.address6).toBe(first);
  });

  test("of each range is given, and none of a range that comes later until it is asked for", async () => {
    const net = bytes();
    const addressrange6 = aRange6();
    const place = await aPlace({ addressrange6 });
    const { payload } = await create(place);
    const address6 = plainAddress(addressrange6.replace("::/64", "::1"));
    expect(payload).toMatchObject({ address: "", address6 });
    await changeRange(place, { addressrange: `${net}.0/24` });
    const untouched = await change(payload.clientid, { os: "linux", address: "" });
    expect(untouched.payload.address).toBe("");
    const asked = await change(payload.clientid, { address: `${net}.9` });
    expect(asked.payload).toMatchObject({ address: `${net}.9`, address6: payload.address6 });
    expect(await addressOf(place)).toBe(`${net}.1`);
  });

  test("is given to exactly as many as there are, however many ask at once", async () => {
    const net = bytes();
    const place = await aPlace({ addressrange: `${net}.0/24` });
    await fill(place, 1, 100);
    await fill(place, 111, 144);
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(place)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 10 }, () => 200),
      ...Array.from({ length: 40 }, () => 409),
    ]);
    const made = answers.filter(({ status }) => status === 200);
    expect(made.map(({ payload }) => payload.address).sort()).toEqual(
      Array.from({ length: 10 }, (_, index) => `${net}.${String(101 + index)}`).sort(),
    );
    const refused = answers.filter(({ status }) => status === 409);
    for (const each of refused) {
      expect(each.badPaths).toEqual(["address"]);
      expect(each.problem.Message).toBe(
        `The network "${place.network}" has no free IPv4 address left.`,
      );
    }
  });

  test("is found among as many as fit into a /16", async () => {
    const range = `172.${String(randomInt(16, 32))}`;
    const place = await aPlace({ addressrange: `${range}.0.0/16` });
    await fill(place, 1, 65_534);
    expect((await create(place)).status).toBe(409);
    await database().prisma.clientConfig.delete({ where: { id: `${place.network}-65278` } });
    expect(await addressOf(place)).toBe(`${range}.254.254`);
  });
});

describe("an address that is asked for", () => {
  test("is a device's, in a range that the network has", async () => {
    const net = bytes();
    const place = await aPlace({ addressrange: `${net}.0/25` });
    for (const last of [0, 127, 128, 255]) {
      const called = await create(place, { address: `${net}.${String(last)}` });
      expect(refusalOf(called)).toEqual({ status: 400, paths: ["address"] });
    }
    const both = await create(place, { address: `${net}.200`, address6: "fd00::2" });
    expect(refusalOf(both)).toEqual({ status: 400, paths: ["address", "address6"] });
    const { payload } = await create(place);
    expect(refusalOf(await change(payload.clientid, { address: `${net}.127` }))).toEqual({
      status: 400,
      paths: ["address"],
    });
  });

  test("of IPv6 is told apart by what it means, not by how it is written", async () => {
    const range = aRange6();
    const place = await aPlace({ addressrange6: range });
    const at = (rest: string) => range.replace("::/64", rest).toUpperCase();
    const { payload } = await create(place, { address6: at(":0:0:0:0:A0") });
    expect(payload.address6).toBe(plainAddress(range.replace("::/64", "::a0")));
    for (const same of ["::a0", "::00A0", "::0.0.0.160"]) {
      expect(refusalOf(await create(place, { address6: at(same) }))).toEqual({
        status: 409,
        paths: ["address6"],
      });
    }
    const zero = await create(place, { address6: at("::") });
    expect(refusalOf(zero)).toEqual({ status: 400, paths: ["address6"] });
  });

  test("is free: no client config has it, and no gateway, with whatever mask", async () => {
    const net = bytes();
    const place = await aPlace({ addressrange: `${net}.0/24` }, { addresses: [`${net}.1/16`] });
    const { payload } = await create(place, { address: `${net}.9` });
    for (const address of [`${net}.1`, `${net}.9`]) {
      expect(refusalOf(await create(place, { address }))).toEqual({
        status: 409,
        paths: ["address"],
      });
    }
    const moved = await change(payload.clientid, { address: `${net}.10` });
    expect(moved.payload.address).toBe(`${net}.10`);
    expect((await change(payload.clientid, { address: `${net}.10` })).status).toBe(200);
    const back = await change(payload.clientid, { address: `${net}.1` });
    expect(refusalOf(back)).toEqual({ status: 409, paths: ["address"] });
  });

  test("is given to one of those who ask at once", async () => {
    const net = bytes();
    const place = await aPlace({ addressrange: `${net}.0/24` });
    const { payload } = await create(place);
    const wanted = { address: `${net}.50` };
    const answers = await Promise.all([
      change(payload.clientid, wanted),
      ...[1, 2, 3].map(() => create(place, wanted)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe("a range of a network", () => {
  test("is not changed so that a client config stands outside", async () => {
    const net = bytes();
    const addressrange6 = aRange6();
    const place = await aPlace({ addressrange: `${net}.0/24`, addressrange6 });
    await create(place, { address: `${net}.63` });
    for (const addressrange of [`${net}.64/26`, `${net}.0/26`, ""]) {
      expect(refusalOf(await changeRange(place, { addressrange }))).toEqual({
        status: 409,
        paths: ["addressrange"],
      });
    }
    for (const range of [aRange6(), ""]) {
      expect(refusalOf(await changeRange(place, { addressrange6: range }))).toEqual({
        status: 409,
        paths: ["addressrange6"],
      });
    }
    const fits = await changeRange(place, { addressrange: `${net}.0/25` });
    expect(fits.payload.addressrange).toBe(`${net}.0/25`);
  });

  test("is not changed beside a client config that is being made", async () => {
    const net = bytes();
    const place = await aPlace({ addressrange: `${net}.0/24` });
    // Whoever makes one has the network's lock, and waits for what this holds.
    const gate = await holding(`SELECT 1 FROM "Gateway" WHERE "id" = $1 FOR UPDATE`, [
      place.ingressgatewayid,
    ]);
    const creating = create(place, { address: `${net}.200` });
    await untilBlocked();
    const changing = changeRange(place, { addressrange: `${net}.0/25` });
    await untilBlocked(2);
    await gate.commit();
    expect((await creating).status).toBe(200);
    expect(refusalOf(await changing)).toEqual({ status: 409, paths: ["addressrange"] });
  });
});
