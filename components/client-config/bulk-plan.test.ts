import { describe, expect, test } from "vitest";
import { bulkPlan, byReason } from "./bulk-plan";
import type { KnownConfigs } from "./known-configs";

function configOf(clientid: string, isEnabled: boolean) {
  return {
    clientid,
    publickey: "",
    network: "n",
    dns: "",
    address: "",
    address6: "",
    ingressgatewayid: "g",
    ingressgatewayendpoint: "",
    enabled: isEnabled,
    ownerid: "",
    remote_access_client_id: "",
    device_id: "",
    device_name: "",
    os: "",
    lastmodified: 0,
  };
}

const known: KnownConfigs = new Map([
  ["on", configOf("on", true)],
  ["off", configOf("off", false)],
]);
const done = ["on", "off", "unknown"];

describe("the plan of a bulk action", () => {
  test("counts those apart that are so already, as far as they are known", () => {
    const skipped = [{ id: "x", reason: "why" }];
    expect(bulkPlan("enable", { done, skipped }, known)).toEqual({
      changing: ["off", "unknown"],
      unchanged: ["on"],
      skipped,
    });
    expect(bulkPlan("disable", { done, skipped: [] }, known).unchanged).toEqual(["off"]);
    expect(bulkPlan("delete", { done, skipped: [] }, known).changing).toEqual(done);
  });

  test("names those together that are skipped for the same reason", () => {
    const skipped = [
      { id: "a", reason: "one" },
      { id: "b", reason: "two" },
      { id: "c", reason: "one" },
    ];
    expect(byReason(skipped)).toEqual([
      ["one", ["a", "c"]],
      ["two", ["b"]],
    ]);
  });
});
