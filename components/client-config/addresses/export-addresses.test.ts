import { expect, test } from "vitest";
import type { ClientConfig } from "@/lib/client-config/schema";
import { addressesCsv } from "./export-addresses";

function config(clientid: string, given: Partial<ClientConfig>): ClientConfig {
  return {
    clientid,
    publickey: "",
    network: "n",
    dns: "",
    address: "",
    address6: "",
    ingressgatewayid: "g",
    ingressgatewayendpoint: "",
    enabled: true,
    ownerid: "",
    remote_access_client_id: "",
    device_id: "",
    device_name: "",
    os: "",
    lastmodified: 0,
    ...given,
  };
}

test("the file has all addresses in their order, gateways' own too, and no formula", () => {
  const csv = addressesCsv(
    [
      config("six", { address6: "fd00::2" }),
      config("ten", { address: "10.0.0.10", ownerid: "ada", device_id: "d", device_name: "=1+1" }),
      config("two", { address: "10.0.0.2", enabled: false, ingressgatewayid: "gone" }),
    ],
    [{ id: "g", gw_name: "Harbour, north", addresses: ["10.0.0.1/24"] }],
  );
  expect(csv).toBe(
    [
      "\uFEFFaddress,address6,kind,owner,config,device,gateway,enabled",
      '10.0.0.1,,gateway,,,,"Harbour, north",',
      "10.0.0.2,,plain,,two,,gone,false",
      `10.0.0.10,,device,ada,ten,"'=1+1","Harbour, north",true`,
      ',fd00::2,plain,,six,,"Harbour, north",true',
      "",
    ].join("\r\n"),
  );
});
