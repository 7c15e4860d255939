import { expect, test } from "vitest";
import { freeHosts, gatewayHosts } from "./counts";
import { gatewayRows } from "./rows";

test("an IPv4 range is free but for its ends, what gateways have of it, and what devices have", () => {
  const addresses = ["10.0.0.1/24", "10.0.0.1/32", "10.0.0.255/24", "192.0.2.1/24", "fd00::1/64"];
  const gateways = gatewayHosts("10.0.0.0/24", gatewayRows([{ id: "g", gw_name: "g", addresses }]));
  expect(gateways).toBe(1);
  expect(freeHosts("10.0.0.0/24", { devices: 3, gateways })).toBe(250);
  expect(freeHosts("10.0.0.0/30", { devices: 5, gateways })).toBe(0);
});
