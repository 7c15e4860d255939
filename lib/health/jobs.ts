import "server-only";
import { z } from "zod";
import { sumUpRowCounts } from "@/lib/db/row-count";
import { defineJob } from "@/lib/jobs/job";

export const sumUpCounts = defineJob(
  "row-count.sum-up",
  z.object({}),
  ({ db }) => sumUpRowCounts(db),
  {
    cron: "*/10 * * * *",
  },
);
