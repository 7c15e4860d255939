import { z } from "zod";
import { MASTER_KEY_USERNAME } from "@/lib/permissions";
import { text } from "@/lib/wire";

const RESERVED = new Set([MASTER_KEY_USERNAME, "adm", "ingress", "me"]);

const NAME = /^[a-z0-9_][a-z0-9._-]*$/;

/** The syntax of HTML's e-mail input, in lower case and without characters that break paths. */
const EMAIL =
  /^[a-z0-9!$&'*+=_~][a-z0-9.!$&'*+=_~-]*@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** A username that names somebody: any text, compared in lower case. */
export const usernameParam = z.string().transform((value) => value.toLowerCase());

/** A username that may be given to somebody. */
export const newUsername = text()
  .transform((value) => value.toLowerCase())
  .refine(
    (value) => value.length >= 3 && value.length <= 254,
    "A username has 3 to 254 characters.",
  )
  .refine(
    (value) => NAME.test(value) || EMAIL.test(value),
    "A username is an e-mail address, or letters, digits, dots, hyphens and underscores; it does not begin with a dot or hyphen.",
  )
  .refine((value) => !RESERVED.has(value), "This username is reserved.");
