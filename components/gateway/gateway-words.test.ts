import { describe, expect, test } from "vitest";
import { endpointOf, nameserverWords } from "./gateway-words";

describe("endpointOf", () => {
  test.each([
    [[], null],
    [["vpn.example", "10.0.0.1"], "vpn.example:51821"],
    [["10.0.0.1"], "10.0.0.1:51821"],
    [["2001:db8::5"], "[2001:db8::5]:51821"],
  ])("of %j is %j", (endpoints, words) => {
    expect(endpointOf({ allowed_endpoints: endpoints, gw_listen_port: 51_821 })).toBe(words);
  });
});

describe("nameserverWords", () => {
  const server = {
    ips: ["10.0.0.53", "10.0.0.54"],
    match_domain: "",
    is_search_domain: false,
    is_fallback: false,
    is_ad_domain: false,
  };

  test("says for which names it is asked", () => {
    expect(nameserverWords(server)).toBe("10.0.0.53 and 10.0.0.54 for all names");
    expect(
      nameserverWords({ ...server, match_domain: "corp.example", is_search_domain: true }),
    ).toBe("10.0.0.53 and 10.0.0.54 for corp.example, also a search domain");
  });
});
