import { expect, test } from "vitest";
import { sumUpCounts } from "@/lib/health/jobs";
import { anAccessToken, aUser } from "@/lib/testing/factories";
import { database } from "./client";
import { rowCountOf } from "./row-count";
import { systemContext } from "./system-context";

function counts() {
  const { prisma } = database();
  return Promise.all([
    rowCountOf(prisma, "User"),
    rowCountOf(prisma, "AccessToken"),
    rowCountOf(prisma, "AuditEntry"),
  ]);
}

function counted() {
  const { prisma } = database();
  return Promise.all([prisma.user.count(), prisma.accessToken.count(), prisma.auditEntry.count()]);
}

test("is right after rows are added, removed along with others, and not added after all", async () => {
  const { prisma, pool } = database();
  const users = [await aUser(), await aUser(), await aUser()];
  for (const user of users) await anAccessToken(user);
  expect(await counts()).toEqual(await counted());

  await prisma.user.deleteMany({ where: { id: { in: users.map(({ id }) => id) } } });
  const undone = prisma.$transaction(async (tx) => {
    await tx.user.deleteMany();
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await counts()).toEqual(await counted());

  await Promise.all(Array.from({ length: 8 }, () => aUser()));
  await Promise.all([1, 2, 3].map(() => sumUpCounts.run(systemContext({ userAgent: "test" }), {})));
  expect(await counts()).toEqual(await counted());
  const { rowCount } = await pool.query(`SELECT 1 FROM "RowCount"`);
  expect(rowCount).toBeLessThanOrEqual(3);
});
