import { expect, test } from "vitest";
import { GET } from "@/app/api/v2/client_configs/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import { aClientConfig, aGateway, aNetwork, masterKey } from "@/lib/testing/factories";

async function idsBy(query: Record<string, string>): Promise<string[]> {
  const { payload } = await callAs(masterKey, GET, { query });
  return payload.data.map(({ clientid }: { clientid: string }) => clientid);
}

test("client configs are sorted by address as a number, and those without one are the last", async () => {
  const network = await aNetwork();
  const gateway = await aGateway(network);
  const ten = await aClientConfig(gateway, { address: "10.77.0.10" });
  const nine = await aClientConfig(gateway, { address: "10.77.0.9" });
  const none = await aClientConfig(gateway);
  await database().prisma.clientConfig.update({
    where: { id: none },
    data: { address6: "fd77::1" },
  });

  expect(await idsBy({ network, sort: "address" })).toEqual([nine, ten, none]);
  expect(await idsBy({ network, sort: "address", order: "desc" })).toEqual([none, ten, nine]);
  const [first] = await idsBy({ network, sort: "address6" });
  expect(first).toBe(none);
  expect(await idsBy({ network, sort: "address", per_page: "1", page: "2" })).toEqual([ten]);
});
