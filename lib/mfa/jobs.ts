import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/job";
import * as mfa from "./repository";

export const removeExpiredPreAuthTokens = defineJob(
  "mfa.remove-expired",
  z.object({}),
  ({ db, now }) => mfa.removeExpiredPreAuthTokens(db, now),
  { cron: "17 * * * *" },
);
