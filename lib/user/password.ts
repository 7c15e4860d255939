import type { InputLimits } from "@/lib/limits";
import { codePoints } from "@/lib/wire";
import { text } from "@/lib/wire-schemas";

const MAX_PASSWORD = 256;

/** One that is set. */
export function password({ passwordMinLength: min }: InputLimits) {
  return text().refine(
    (value) => {
      const length = lengthOf(value);
      return length >= min && length <= MAX_PASSWORD;
    },
    `A password has ${String(min)} to ${String(MAX_PASSWORD)} characters.`,
  );
}

/** One that is tried: no account has a longer one, and hashing it would be work for nothing. */
export const triedPassword = text().refine(
  (value) => lengthOf(value) <= MAX_PASSWORD,
  `A password has at most ${String(MAX_PASSWORD)} characters.`,
);

function lengthOf(value: string): number {
  return codePoints(value.normalize("NFC"));
}
