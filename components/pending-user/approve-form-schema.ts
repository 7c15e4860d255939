import { z } from "zod";
import { platformRoles } from "@/lib/permissions";

/** What somebody becomes who is let in. */
export const approveForm = z.object({
  platform_role_id: z.enum(platformRoles),
  user_group_ids: z.array(z.string()),
});
export type ApproveForm = z.output<typeof approveForm>;
