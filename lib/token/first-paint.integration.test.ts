import { describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import type { Actor } from "@/lib/permissions";
import { anAccessToken, aUser, type TestUser } from "@/lib/testing/factories";
import { userActor } from "@/lib/testing/entities";
import { longestTokenDays, newestTokens } from "./service";

function contextOf(actor: Actor): Context {
  return { ...systemContext({ userAgent: "" }), actor };
}

const asAdmin = () => contextOf(userActor("an-admin", "admin"));

async function giveTokens({ id, username }: TestUser, count: number): Promise<void> {
  await database().prisma.$executeRaw`
    INSERT INTO "AccessToken" ("id", "userId", "userName", "ownerDisabled", "name", "nameLower", "tokenHash",
      "createdBy", "createdAt", "expiresAt")
    SELECT gen_random_uuid(), ${id}::uuid, ${username}, false, n::text, n::text, sha256(uuid_send(gen_random_uuid())),
      ${username}, now(), now() + interval '1 day' FROM generate_series(1, ${count}::int) AS n`;
}

describe("newestTokens", () => {
  test("are all of them, newest first, while they fit into one batch", async () => {
    const user = await aUser();
    const day = (n: number) => new Date(2026, 0, n);
    await anAccessToken(user, { name: "older", createdAt: day(1) });
    await anAccessToken(user, { name: "newer", createdAt: day(2) });
    const { tokens, isAll } = await newestTokens(asAdmin(), user.username);
    expect(tokens.map(({ name }) => name)).toEqual(["newer", "older"]);
    expect(isAll).toBe(true);
  });

  test("are none for whoever has none", async () => {
    const { username } = await aUser();
    expect(await newestTokens(asAdmin(), username)).toEqual({ tokens: [], isAll: true });
  });

  test("are one batch, and said to be no more than that, where there may be others", async () => {
    const user = await aUser();
    await giveTokens(user, 1000);
    const { tokens, isAll } = await newestTokens(asAdmin(), user.username);
    expect(tokens).toHaveLength(1000);
    expect(isAll).toBe(false);
  });

  test("are only for whoever may see them", async () => {
    const { username } = await aUser();
    const stranger = contextOf(userActor("a-stranger", "platform-user"));
    await expect(newestTokens(stranger, username)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("longestTokenDays", () => {
  test("is what administrators have set, for everybody who is signed in", async () => {
    const { prisma } = database();
    await prisma.serverSetting.update({ where: { id: 1 }, data: { tokenMaxDays: 45 } });
    expect(await longestTokenDays(contextOf(userActor("somebody", "service-user")))).toBe(45);
    await prisma.serverSetting.update({ where: { id: 1 }, data: { tokenMaxDays: 366 } });
    await expect(longestTokenDays(contextOf({ kind: "anonymous" }))).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});
