import { z } from "zod";
import { MASTER_KEY_USERNAME } from "@/lib/permissions";
import { exactText } from "@/lib/wire-schemas";

const RESERVED = new Set([MASTER_KEY_USERNAME, "adm", "ingress", "me"]);

const NAME = /^[a-z0-9_][a-z0-9._-]*$/i;

/** The syntax of HTML's e-mail input, without characters that break paths. */
const EMAIL =
  /^[a-z0-9!$&'*+=_~][a-z0-9.!$&'*+=_~-]*@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** Whether somebody could be called by it and get mail at it. Of any length. */
export function isEmail(value: string): boolean {
  return EMAIL.test(value);
}

/** A username that names somebody: any text, compared in lower case. */
export const usernameParam = z.string().transform((value) => value.toLowerCase());

/**
 * A username that may be given to somebody. Its characters are checked before its letters are lowered: some that
 * are not ASCII have an ASCII letter for their lower case.
 */
export const newUsername = exactText()
  .refine(
    (value) => value.length >= 3 && value.length <= 254,
    "A username has 3 to 254 characters.",
  )
  .refine(
    (value) => NAME.test(value) || isEmail(value),
    "A username is an e-mail address, or letters, digits, dots, hyphens and underscores; it does not begin with a dot or hyphen.",
  )
  .transform((value) => value.toLowerCase())
  .refine((value) => !RESERVED.has(value), "This username is reserved.");
