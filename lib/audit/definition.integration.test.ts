// What a domain has not declared does not get into the audit log.
import { describe, expect, test } from "vitest";
import { systemContext } from "@/lib/db/system-context";
import { transaction } from "@/lib/db/transaction";
import { fingerprint } from "@/lib/testing/observe";
import { audit, type Change } from "./audit";
import { defineAudit, type AuditDefinition } from "./definition";

const networkAudit = defineAudit({
  targetType: "network",
  verbs: ["network.create"],
  keys: ["range"],
});

function write(definition: AuditDefinition, change: Partial<Change>): Promise<void> {
  const ctx = systemContext({ userAgent: "test" });
  return transaction(ctx, (tx) =>
    audit(tx, definition, {
      verb: "network.create",
      target: "lab",
      targetName: "Laboratory",
      before: null,
      after: { range: "10.0.0.0/8" },
      ...change,
    }),
  );
}

describe("an audit entry", () => {
  test("of a declared verb with declared keys is written", async () => {
    const before = await fingerprint();
    await write(networkAudit, {});
    expect(await fingerprint()).not.toBe(before);
  });

  test.each<[string, Partial<Change>]>([
    ["another verb", { verb: "network.delete" }],
    ["another key after", { after: { range: "10.0.0.0/8", secret: "x" } }],
    ["another key before", { before: { secret: "x" } }],
  ])("of %s ends the transaction", async (_, change) => {
    const before = await fingerprint();
    await expect(write(networkAudit, change)).rejects.toThrow(/declares|may not stand/);
    expect(await fingerprint()).toBe(before);
  });
});
