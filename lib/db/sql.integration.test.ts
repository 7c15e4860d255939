import { describe, expect, test } from "vitest";
import { aUser, uniqueName } from "@/lib/testing/factories";
import { readUser } from "@/lib/user/effects";
import { database } from "./client";
import { Prisma, rows } from "./sql";
import { systemContext } from "./system-context";
import { transaction } from "./transaction";

const ctx = () => systemContext({ userAgent: "test" });

describe("rows", () => {
  test.each([{ prepared: true }, { prepared: false }])(
    "in a transaction are those that it has written itself, %j",
    async (options) => {
      const { username } = await aUser();
      const name = uniqueName("Name");
      const statement = Prisma.sql`SELECT "displayName" FROM "User" WHERE "username" = ${username}`;
      const [inside, outside] = await transaction(ctx(), async ({ db }) => {
        await db.user.update({ where: { username }, data: { displayName: name } });
        return [
          await rows(db, statement, options),
          await rows(database().prisma, statement, options),
        ];
      });
      expect(inside).toEqual([{ displayName: name }]);
      expect(outside).toEqual([{ displayName: "" }]);
    },
  );
});

test("a user that is read in a transaction is the one that it has changed", async () => {
  const { username } = await aUser();
  const name = uniqueName("Name");
  const { entity } = await transaction(ctx(), async (tx) => {
    await tx.db.user.update({ where: { username }, data: { displayName: name } });
    return readUser(tx, username);
  });
  expect(entity.display_name).toBe(name);
});
