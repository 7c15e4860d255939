import { z } from "zod";
import { isEmail } from "@/lib/user/username";
import { exactText } from "@/lib/wire-schemas";

/** An address that somebody may be invited at, and will be called by: trimmed, in lower case. */
export const inviteAddress = exactText()
  .trim()
  .refine(
    (value) => value.length <= 254 && isEmail(value),
    "This is not an e-mail address such as ada@example.com.",
  )
  .transform((value) => value.toLowerCase());

/** An address that names an invite: any text, compared in lower case. */
export const addressParam = z.string().transform((value) => value.trim().toLowerCase());
