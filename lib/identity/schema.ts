import { z } from "zod";
import { usernamePath } from "@/lib/user/schema";
import { wireTime } from "@/lib/wire-schemas";

export const identity = z
  .object({
    id: z.uuid(),
    /** The id of the provider, as in `GET /api/server/sign_in`. */
    provider: z.string(),
    /** As the provider told it the last time. */
    email: z.string(),
    created_at: wireTime,
    last_used: wireTime,
  })
  .meta({ id: "Identity" });
export type Identity = z.infer<typeof identity>;

export const identityPath = usernamePath.extend({ id: z.string() });
