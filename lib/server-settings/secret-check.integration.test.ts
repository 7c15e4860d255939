import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { checkSecret } from "./effects";

const FIRST = "the-first-secret-of-this-database-0001";
const OTHER = "another-secret-of-another-server-0002";

describe("the secret of a database", () => {
  test("is the one it was set up with, and stays that", async () => {
    const { prisma } = database();
    await checkSecret(prisma, FIRST);
    await expect(checkSecret(prisma, FIRST)).resolves.toBeUndefined();
    await expect(checkSecret(prisma, OTHER)).rejects.toThrow(/MUSTER_SECRET/);
    await expect(checkSecret(prisma, FIRST)).resolves.toBeUndefined();
  });

  test("is kept as a value from which it cannot be read", async () => {
    const { prisma } = database();
    await checkSecret(prisma, FIRST);
    const { secretCheck } = await prisma.serverSetting.findUniqueOrThrow({ where: { id: 1 } });
    expect(secretCheck).toMatch(/^[\w-]{43}$/);
    expect(secretCheck).not.toContain(FIRST);
  });

  test("of two processes that start together is one", async () => {
    const { prisma } = database();
    await prisma.serverSetting.update({ where: { id: 1 }, data: { secretCheck: null } });
    const results = await Promise.allSettled([
      checkSecret(prisma, FIRST),
      checkSecret(prisma, OTHER),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
