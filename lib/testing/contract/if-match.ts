// What a contract says about `If-Match` is what the endpoint does with it.
import { describe, expect, test } from "vitest";
import { fingerprint } from "@/lib/testing/observe";
import { callEndpoint, readyCall } from "./call";
import type { Endpoint } from "./cases";

const another = { headers: { "If-Match": '"1"' } };
const any = { headers: { "If-Match": "*" } };

export function describeIfMatch(endpoints: readonly Endpoint[]): void {
  const writes = endpoints.filter(({ contract }) => contract.method !== "GET");
  const honouring = writes.filter(honoursIfMatch);
  const others = writes.filter((endpoint) => !honoursIfMatch(endpoint));

  describe.runIf(honouring.length > 0)("If-Match", () => {
    test.each(honouring)("of another version stops $name", async (endpoint) => {
      const call = await readyCall(endpoint);
      const before = await fingerprint();
      const called = await callEndpoint(endpoint, call, another);
      expect(called.status).toBe(412);
      expect(called.problem.Response).not.toBeNull();
      expect(await fingerprint()).toBe(before);
      expect((await callEndpoint(endpoint, call, any)).status).toBe(200);
    });
  });

  describe.runIf(others.length > 0)("If-Match of another version", () => {
    test.each(others)("means nothing to $name", async (endpoint) => {
      const called = await callEndpoint(endpoint, await readyCall(endpoint), another);
      expect(called.status).toBe(200);
    });
  });
}

function honoursIfMatch({ contract }: Endpoint): boolean {
  return contract.method !== "GET" && contract.honoursIfMatch !== undefined;
}
