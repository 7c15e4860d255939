import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { aSession, aUser } from "@/lib/testing/factories";
import { housekeeping } from "./housekeeping";

test("housekeeping deletes what has expired and nothing else", async () => {
  const user = await aUser();
  const soon = new Date(Date.now() + 60_000);
  const past = new Date(Date.now() - 1000);
  const live = await aSession(user, { expiresAt: soon });
  await aSession(user, { expiresAt: past });
  const { prisma } = database();
  await prisma.throttle.createMany({
    data: [
      { key: "live", failures: 1, expiresAt: soon },
      { key: "expired", failures: 11, expiresAt: past },
    ],
  });

  await housekeeping();

  const sessions = await prisma.session.findMany({ where: { userId: user.id } });
  expect(sessions.map(({ id }) => id)).toEqual([live.sessionId]);
  const throttles = await prisma.throttle.findMany();
  expect(throttles.map(({ key }) => key)).toEqual(["live"]);
});
