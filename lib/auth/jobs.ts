import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/job";
import * as throttles from "./throttle-repository";

export const removeExpiredThrottles = defineJob(
  "throttle.remove-expired",
  z.object({}),
  ({ db, now }) => throttles.removeExpired(db, now),
  { cron: "17 * * * *" },
);
