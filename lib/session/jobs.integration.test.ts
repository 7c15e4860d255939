import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { aSession, aUser } from "@/lib/testing/factories";
import { removeExpiredSessions } from "./jobs";

test("sessions that have expired are deleted, and no others", async () => {
  const user = await aUser();
  const live = await aSession(user, { expiresAt: new Date(Date.now() + 60_000) });
  await aSession(user, { expiresAt: new Date(Date.now() - 1000) });

  await removeExpiredSessions.run(systemContext({ userAgent: "test" }), {});

  const left = await database().prisma.session.findMany({ where: { userId: user.id } });
  expect(left.map(({ id }) => id)).toEqual([live.sessionId]);
});
