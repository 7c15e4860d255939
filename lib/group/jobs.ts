import "server-only";
import { z } from "zod";
import { transaction } from "@/lib/db/transaction";
import { defineJob } from "@/lib/jobs/job";
import { logger } from "@/lib/logger";
import * as groups from "./repository";

/** The members of each group are counted as they change; where that is not what there is, it is set right and said. */
export const recountMembers = defineJob(
  "group.recount-members",
  z.object({}),
  async (ctx) => {
    for (const id of await groups.findMiscounted(ctx.db)) {
      const { counted, found } = await transaction(ctx, (tx) => groups.recount(tx.db, id));
      if (counted !== found)
        logger().warn({ group: id, counted, found }, "members were miscounted");
    }
  },
  { cron: "43 3 * * *" },
);
