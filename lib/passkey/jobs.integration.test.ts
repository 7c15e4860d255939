import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { removeExpiredChallenges } from "./jobs";

test("challenges that have expired are deleted, and no others", async () => {
  const { webAuthnChallenge } = database().prisma;
  const challenge = (byte: number) => new Uint8Array(32).fill(byte);
  await webAuthnChallenge.createMany({
    data: [-1000, 60_000].map((ms, at) => ({
      challenge: challenge(at),
      purpose: "sign-in",
      expiresAt: new Date(Date.now() + ms),
    })),
  });
  await removeExpiredChallenges.run(systemContext({ userAgent: "test" }), {});
  const left = await webAuthnChallenge.findMany();
  expect(left.map((row) => row.challenge[0])).toEqual([1]);
});
