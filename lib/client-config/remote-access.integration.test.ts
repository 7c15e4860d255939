import { expect, test } from "vitest";
import { GET } from "@/app/api/users/[username]/remote_access_gw/route";
import { GET as NETWORK } from "@/app/api/networks/[netid]/route";
import { database } from "@/lib/db/client";
import { networkGroup } from "@/lib/group/built-in";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  anAttachment,
  aNetwork,
  aUser,
  masterKey,
} from "@/lib/testing/factories";
import { remoteAccessGateways, type RemoteAccessGateway } from "./remote-access-schema";

async function answerOf(
  username: string,
  query: CallInput["query"] = {},
): Promise<Record<string, RemoteAccessGateway[]>> {
  const { payload } = await callAs(masterKey, GET, { params: { username }, query });
  const [, byNetwork] = remoteAccessGateways.options;
  return byNetwork.parse(payload);
}

const noDevice = {
  clientid: "",
  publickey: "",
  network: "",
  dns: "",
  address: "",
  address6: "",
  ingressgatewayid: "",
  ingressgatewayendpoint: "",
  enabled: false,
  ownerid: "",
  remote_access_client_id: "",
  device_id: "",
  device_name: "",
  os: "",
  lastmodified: 0,
};

test("a user's gateways come by network and name; networks without one of theirs are left out", async () => {
  const [first = "", second = ""] = [await aNetwork(), await aNetwork()].sort();
  const content = {
    is_internet_gateway: true,
    gw_listen_port: 51820,
    metadata: "notes",
    allowed_endpoints: ["gw.example.com"],
    addresses: ["10.20.0.1/16", "fd00:20::1/64"],
    dns_address: "fd00:20::53",
    match_domains: ["corp.example"],
    status: "online",
  };
  const berlin = await aGateway(second, { gw_name: "Berlin", ...content });
  const [aachen, paris] = [
    await aGateway(second, { gw_name: "aachen" }),
    await aGateway(first, { gw_name: "Paris" }),
  ];
  await aGateway(await aNetwork());
  const user = await aUser({ role: "service-user", groups: [networkGroup(second, "user").id] });
  await anAttachment(user, paris);
  const answer = await answerOf(user.username);
  expect(Object.keys(answer)).toEqual([first, second]);
  const ids = Object.values(answer).map((rows) => rows.map((row) => row.remote_access_gw_id));
  expect(ids).toEqual([[paris], [aachen, berlin]]);
  const network = await callAs(masterKey, NETWORK, { params: { netid: second } });
  expect(answer[second]?.[1]).toEqual({
    remote_access_gw_id: berlin,
    gw_name: "Berlin",
    network: second,
    connected: false,
    is_internet_gateway: true,
    gw_client: noDevice,
    gw_peer_public_key: "",
    gw_listen_port: 51820,
    metadata: "notes",
    allowed_endpoints: ["gw.example.com"],
    network_addresses: ["", network.payload.addressrange6],
    status: "online",
    manage_dns: false,
    dns_address: "fd00:20::53",
    addresses: "10.20.0.1/16, fd00:20::1/64",
    match_domains: ["corp.example"],
    search_domains: [],
    nameservers: [],
  });
});

test("a mobile client gets them as one list in the envelope", async () => {
  const [first = "", second = ""] = [await aNetwork(), await aNetwork()].sort();
  const ids = [await aGateway(first), await aGateway(second)];
  const user = await aUser({ role: "service-user" });
  for (const id of ids) await anAttachment(user, id);
  const { username } = user;
  const query = { from_mobile: true };
  const { text } = await callAs(masterKey, GET, { params: { username }, query });
  expect(text.startsWith('{"Code":200,"Message":"')).toBe(true);
  expect(JSON.parse(text)).toMatchObject({
    Response: ids.map((id) => ({ remote_access_gw_id: id })),
  });
});

test("whoever is disabled has none, administrators have all", async () => {
  const netid = await aNetwork();
  const gateway = await aGateway(netid);
  const disabled = await aUser({ isDisabled: true, groups: [networkGroup(netid, "user").id] });
  await anAttachment(disabled, gateway);
  expect(await answerOf(disabled.username)).toEqual({});
  const mobile = await callAs(masterKey, GET, {
    params: { username: disabled.username },
    query: { from_mobile: "true" },
  });
  expect(mobile.payload).toMatchObject({ Code: 200, Response: [] });
  const admin = await answerOf((await aUser({ role: "admin" })).username);
  expect(admin[netid]).toMatchObject([{ remote_access_gw_id: gateway }]);
});

test("each gateway has one of the user's devices there, chosen by what the client says", async () => {
  const netid = await aNetwork();
  const [gateway, empty] = [
    await aGateway(netid, {
      gw_name: "a",
      allowed_endpoints: ["2001:db8::1", "gw.example.com"],
      gw_listen_port: 51820,
    }),
    await aGateway(netid, { gw_name: "b" }),
  ];
  const user = await aUser({ groups: [networkGroup(netid, "user").id] });
  const { username } = user;
  const stem = `c-${user.id.slice(-12)}`;
  const phone = await aClientConfig(gateway, {
    owner: user,
    id: `${stem}-Z`,
    deviceId: "phone",
    isEnabled: false,
  });
  const laptop = await aClientConfig(gateway, { owner: user, id: `${stem}-a`, deviceId: "laptop" });
  await database().prisma.clientConfig.update({
    where: { id: laptop },
    data: { remoteAccessClientId: "app" },
  });
  await aClientConfig(gateway, { owner: user, id: `${stem}-A` });
  await aClientConfig(gateway, { owner: await aUser(), id: `${stem}-B`, deviceId: "phone" });

  const chosen = async (query: CallInput["query"]) => {
    const rows = (await answerOf(username, query))[netid] ?? [];
    const [row, other] = rows;
    expect(other).toMatchObject({ remote_access_gw_id: empty, connected: false });
    return { connected: row?.connected, clientid: row?.gw_client.clientid };
  };
  const ofPhone = { connected: true, clientid: phone };
  const ofLaptop = { connected: true, clientid: laptop };
  expect(await chosen({})).toEqual(ofPhone);
  expect(await chosen({ device_id: "laptop" })).toEqual(ofLaptop);
  expect(await chosen({ device_id: "laptop", remote_access_clientid: "x" })).toEqual(ofLaptop);
  expect(await chosen({ device_id: "tablet" })).toEqual({ connected: false, clientid: "" });
  expect(await chosen({ remote_access_clientid: "app" })).toEqual(ofLaptop);
  expect(await chosen({ remote_access_clientid: "other" })).toEqual(ofPhone);
  expect(await chosen({ device_id: "", remote_access_clientid: "app" })).toEqual(ofLaptop);

  const [row] = (await answerOf(username))[netid] ?? [];
  expect(row?.gw_client).toMatchObject({
    network: netid,
    ingressgatewayid: gateway,
    ingressgatewayendpoint: "[2001:db8::1]:51820",
    enabled: false,
    ownerid: username,
    device_id: "phone",
    address: "",
  });
});
