// What a call leaves in the audit log is what its contract says, and nothing where nothing changed.
import { describe, expect, test } from "vitest";
import { auditVerbsOf } from "@/lib/api/contract";
import { database } from "@/lib/db/client";
import { uniqueName } from "@/lib/testing/factories";
import { callEndpoint, readyCall, type ReadyCall } from "./call";
import type { Endpoint } from "./cases";

export function describeAuditTrail(endpoints: readonly Endpoint[]): void {
  const writes = endpoints.filter(({ contract }) => contract.method !== "GET");

  describe("the audit log", () => {
    test.each(endpoints)("of $name holds what the contract says", async (endpoint) => {
      const found = new Set<string>();
      for (const call of [endpoint, ...(endpoint.also ?? [])]) {
        const verbs = await verbsOf(endpoint, await readyCall(endpoint, call));
        for (const verb of verbs) found.add(verb);
      }
      expect([...found].sort()).toEqual([...auditVerbsOf(endpoint.contract)].sort());
    });

    test.each(writes)("of $name holds nothing of what was so already", async (endpoint) => {
      const call = await readyCall(endpoint);
      const first = await verbsOf(endpoint, call);
      const { writesAgain = [] } = endpoint;
      expect(await verbsOf(endpoint, call)).toEqual(writesAgain === true ? first : writesAgain);
    });
  });
}

/** The verbs of the entries that one call left. */
async function verbsOf(endpoint: Endpoint, call: ReadyCall): Promise<string[]> {
  const requestId = uniqueName("call");
  await callEndpoint(endpoint, call, { headers: { "X-Request-Id": requestId } });
  const entries = await database().prisma.auditEntry.findMany({
    where: { requestId },
    select: { verb: true },
    distinct: ["verb"],
  });
  return entries.map(({ verb }) => verb);
}
