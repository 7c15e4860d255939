// Every endpoint while the database cannot be reached.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { proxyDatabase, type DatabaseProxy } from "@/lib/testing/database-proxy";
import { masterKey } from "@/lib/testing/factories";
import { callEndpoint, readyCall } from "./call";
import type { Endpoint } from "./cases";

export function describeOutage(endpoints: readonly Endpoint[]): void {
  // Some endpoints are for people only, whatever state the database is in.
  const forTheMasterKey = endpoints.filter(
    ({ rules }) => rules?.some(({ may }) => may.includes("master-key")) ?? true,
  );

  describe.runIf(forTheMasterKey.length > 0)("while the database cannot be reached", () => {
    let proxy: DatabaseProxy;

    beforeAll(async () => {
      proxy = await proxyDatabase();
    });

    afterAll(() => proxy.remove());

    /** With new connections: an endpoint that needs none does not find out that the old ones are gone. */
    async function giveBack() {
      await closeDatabase();
      await proxy.giveBack();
    }

    test.each(forTheMasterKey)(
      "$name by the master key answers 503, or needs none",
      async (endpoint) => {
        const { input } = await readyCall(endpoint);
        await proxy.takeAway();
        const called = await callEndpoint(endpoint, { caller: masterKey, input }).finally(giveBack);
        expect(called.status).toBe(endpoint.withoutDatabase ? 200 : 503);
        if (called.status === 503) {
          expect(called.problem.Message).toBe(
            "The database cannot be reached. Try again in a moment.",
          );
        }
      },
    );
  });
}
