import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { GET } from "@/app/api/v1/users/network_ip/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  aGroup,
  aNetwork,
  aUser,
  masterKey,
} from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";
import { freshDatabase } from "@/lib/testing/worker-database";

const answer = z.object({
  mappings: z.record(z.string(), z.object({ user: z.string(), groups: z.array(z.string()) })),
});

async function list() {
  const { text, payload } = await callAs(masterKey, GET);
  const { mappings } = answer.parse(payload);
  // Of the text, because an object of JavaScript keeps an order of its own.
  const order = [...text.matchAll(/"(\d+\.\d+\.\d+\.\d+)":/g)].map(([, address]) => address);
  return { mappings, order };
}

let gatewayId: string;
beforeAll(async () => {
  await freshDatabase();
  gatewayId = await aGateway(await aNetwork());
});

describe("GET /api/v1/users/network_ip", () => {
  test("of an empty world is an empty map", async () => {
    const called = await callAs(masterKey, GET);
    expect(called.payload).toEqual({ mappings: {} });
  });

  test("has the devices of enabled users with an IPv4 address, on or off, by address", async () => {
    const groups = [await aGroup(), await aGroup()].sort();
    const owner = await aUser({ groups: [...groups].reverse() });
    const other = await aUser();
    const device = { owner, deviceId: "phone" };
    await aClientConfig(gatewayId, { ...device, address: "10.0.0.10" });
    await aClientConfig(gatewayId, { ...device, address: "10.0.0.9", isEnabled: false });
    await aClientConfig(gatewayId, { owner: other, deviceId: "laptop", address: "9.200.0.1" });
    await aClientConfig(gatewayId, { owner, address: "10.0.0.11" });
    await aClientConfig(gatewayId, { deviceId: "ownerless", address: "10.0.0.12" });
    await aClientConfig(gatewayId, { ...device });
    const disabled = await aUser({ isDisabled: true });
    await aClientConfig(gatewayId, { owner: disabled, deviceId: "x", address: "10.0.0.13" });

    const { mappings, order } = await list();
    expect(order).toEqual(["9.200.0.1", "10.0.0.9", "10.0.0.10"]);
    expect(mappings).toEqual({
      "9.200.0.1": { user: other.username, groups: [] },
      "10.0.0.9": { user: owner.username, groups },
      "10.0.0.10": { user: owner.username, groups },
    });
  });

  test("of thousands comes in batches, each address once", async () => {
    const owner = await aUser();
    await database().pool.query(
      `INSERT INTO "ClientConfig"
         ("id", "networkId", "gatewayId", "ownerId", "ownerName", "deviceId", "isDevice", "address")
       SELECT 'many-' || n, g."networkId", g."id", $2, $3, 'd', true, '10.64.0.0'::inet + n
       FROM generate_series(1, 2500) n CROSS JOIN "Gateway" g WHERE g."id" = $1::uuid`,
      [gatewayId, owner.id, owner.username],
    );
    const statements = await statementsOf(async () => {
      const { mappings } = await list();
      expect(Object.values(mappings).filter(({ user }) => user === owner.username)).toHaveLength(
        2500,
      );
    });
    expect(statements.filter((text) => text.includes("LIMIT"))).toHaveLength(3);
  });
});
