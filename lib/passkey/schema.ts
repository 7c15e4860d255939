import { z } from "zod";
import { usernamePath } from "@/lib/user/schema";
import { wireTime } from "@/lib/wire-schemas";

export const passkey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    created_at: wireTime,
    /** The zero time until it is used. */
    last_used: wireTime,
    /** Whether it is kept in more places than one device. */
    backed_up: z.boolean(),
  })
  .meta({ id: "Passkey" });
export type Passkey = z.infer<typeof passkey>;

export const passkeyPath = usernamePath.extend({ id: z.string() });
