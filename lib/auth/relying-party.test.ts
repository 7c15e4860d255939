import { describe, expect, test } from "vitest";
import { relyingPartyAt, relyingPartyId } from "./relying-party";

const clientAt = (serverOrigin: string | null) => ({
  client: {
    ip: "",
    userAgent: "",
    knownBrowser: () => new Map<string, string>(),
    serverOrigin: () => serverOrigin,
  },
});

describe("passkeys are made for the host", () => {
  test.each([
    ["https://muster.example.com", "muster.example.com"],
    ["https://muster.example.com:8443", "muster.example.com"],
    ["https://muster", "muster"],
    ["http://localhost:3000", "localhost"],
    ["http://muster.localhost", "muster.localhost"],
    ["https://localhost", "localhost"],
  ])("of %s", (origin, id) => {
    expect(relyingPartyAt(origin)).toEqual({ relyingParty: { id, origin } });
    expect(relyingPartyId(clientAt(origin))).toBe(id);
  });
});

describe("there are none", () => {
  test.each([
    ["https://192.0.2.1", /IP address such as 192\.0\.2\.1/],
    ["http://127.0.0.1:3000", /IP address such as 127\.0\.0\.1/],
    ["https://[2001:db8::1]:8443", /IP address such as \[2001:db8::1\]/],
    ["http://muster.example.com", /http:\/\/muster\.example\.com: browsers ask for https/],
    ["http://notlocalhost", /browsers ask for https/],
    [null, /address of this server/],
  ])("at %s", (origin, reason) => {
    const found = relyingPartyAt(origin);
    expect(found.relyingParty ?? found.reason).toMatch(reason);
    expect(relyingPartyId(clientAt(origin))).toBeNull();
  });
});
