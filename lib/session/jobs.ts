import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/job";
import * as sessions from "./repository";

export const removeExpiredSessions = defineJob(
  "session.remove-expired",
  z.object({}),
  ({ db, now }) => sessions.removeExpired(db, now),
  { cron: "17 * * * *" },
);
