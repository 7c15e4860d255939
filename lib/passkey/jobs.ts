import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/job";
import * as passkeys from "./repository";

export const removeExpiredChallenges = defineJob(
  "passkey.remove-expired",
  z.object({}),
  ({ db, now }) => passkeys.removeExpiredChallenges(db, now),
  { cron: "17 * * * *" },
);
