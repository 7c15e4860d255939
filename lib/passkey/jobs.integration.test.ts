import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { removeExpiredChallenges } from "./jobs";

test("answered challenges that have expired are deleted, and no others", async () => {
  const { answeredChallenge } = database().prisma;
  const challenge = (byte: number) => new Uint8Array(32).fill(byte);
  await answeredChallenge.createMany({
    data: [-1000, 60_000].map((ms, at) => ({
      challenge: challenge(at),
      expiresAt: new Date(Date.now() + ms),
    })),
  });
  await removeExpiredChallenges.run(systemContext({ userAgent: "test" }), {});
  const left = await answeredChallenge.findMany();
  expect(left.map((row) => row.challenge[0])).toEqual([1]);
});
