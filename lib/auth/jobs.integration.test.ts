import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { removeExpiredThrottles } from "./jobs";

test("counts of failures that have expired are deleted, and no others", async () => {
  const { prisma } = database();
  await prisma.throttle.createMany({
    data: [
      { key: "live", failures: 1, expiresAt: new Date(Date.now() + 60_000) },
      { key: "expired", failures: 11, expiresAt: new Date(Date.now() - 1000) },
    ],
  });

  await removeExpiredThrottles.run(systemContext({ userAgent: "test" }), {});

  const left = await prisma.throttle.findMany();
  expect(left.map(({ key }) => key)).toEqual(["live"]);
});
