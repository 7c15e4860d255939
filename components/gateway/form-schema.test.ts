import { describe, expect, test } from "vitest";
import type { Gateway } from "@/lib/gateway/schema";
import { emptyGateway, entriesIn, gatewayForm, gatewayValuesOf, keyWords } from "./form-schema";

const KEY = "mhLQ0QbpOVFGwr3vmu1tTZVLkTl0rMGT1J1vYRZ4XkU=";

const gateway: Gateway = {
  id: "01900000-0000-7000-8000-000000000001",
  gw_name: "Harbor east",
  network: "harbor",
  status: "online",
  is_internet_gateway: true,
  gw_peer_public_key: KEY,
  gw_listen_port: 51_820,
  metadata: "In the cellar",
  allowed_endpoints: ["vpn.harbor.example", "2001:db8::5"],
  addresses: ["10.20.0.1/16"],
  dns_address: "10.20.0.53",
  manage_dns: true,
  match_domains: ["corp.example"],
  search_domains: [],
  nameservers: [
    {
      ips: ["10.20.0.53", "10.20.0.54"],
      match_domain: "corp.example",
      is_search_domain: true,
      is_fallback: false,
      is_ad_domain: true,
    },
  ],
};

function problemsOf(changed: Partial<typeof emptyGateway>): Record<string, string> {
  const named = { ...emptyGateway, gw_name: "Harbor", network: "harbor" };
  const { error } = gatewayForm.safeParse({ ...named, ...changed });
  return Object.fromEntries(error?.issues.map((it) => [it.path.join("."), it.message]) ?? []);
}

describe("the form of a gateway", () => {
  test("says of a gateway what the server said", () => {
    const { id: _id, ...said } = gateway;
    expect(gatewayForm.parse(gatewayValuesOf(gateway))).toEqual(said);
  });

  test("needs a name and a network and nothing else", () => {
    expect(problemsOf({})).toEqual({});
    expect(Object.keys(problemsOf({ gw_name: " ", network: "" }))).toEqual(["gw_name", "network"]);
  });

  test("takes lists as they are pasted", () => {
    expect(entriesIn(" 10.0.0.1, 10.0.0.2;10.0.0.3\n\n10.0.0.1\tvpn.example ")).toEqual([
      "10.0.0.1",
      "10.0.0.2",
      "10.0.0.3",
      "vpn.example",
    ]);
  });

  test("names the entry of a list that is wrong", () => {
    expect(problemsOf({ allowed_endpoints: "vpn.example\nbad_host" })).toEqual({
      allowed_endpoints: "“bad_host”: This must be an IP address or a host name.",
    });
    expect(problemsOf({ addresses: "10.0.0.1" })).toHaveProperty("addresses");
  });

  test.each(["", "x", "1.5", "-1", "65536", "0x10"])("takes no port %j", (port) => {
    expect(problemsOf({ gw_listen_port: port })).toHaveProperty("gw_listen_port");
  });

  test("asks a name server for an address", () => {
    const server = { ...gatewayValuesOf(gateway).nameservers[0], ips: " ", match_domain: "" };
    expect(
      problemsOf({
        nameservers: [
          { ...server, is_search_domain: false, is_fallback: false, is_ad_domain: false },
        ],
      }),
    ).toEqual({ "nameservers.0.ips": "Enter at least one address." });
  });

  test("leaves blanks around a pasted key out", () => {
    const read = gatewayForm.parse({ ...gatewayValuesOf(gateway), gw_peer_public_key: ` ${KEY} ` });
    expect(read.gw_peer_public_key).toBe(KEY);
  });
});

test.each([
  ["", null],
  ["mhLQ", "4 of 44 characters so far."],
  ["mh LQ", "Not a key: it has only A–Z, a–z, 0–9, + and /, and one = at its end."],
  [KEY, "This is a valid key."],
  [KEY.replace("U=", "V="), "Not a key: a character near its end is wrong."],
  [KEY.replace("=", "AA"), "45 of 44 characters: too long."],
])("a key typed as %j is %j", (typed, words) => {
  expect(keyWords(typed)).toBe(words);
});
