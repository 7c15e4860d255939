/** What pages know of the second step without its schema. */

/** The digits of a code as it was typed or pasted, with blanks or hyphens between. */
export function codeDigits(text: string): string {
  return text.replace(/[\s-]/g, "");
}

export const wholeCode = /^\d{6}$/;

export function isWholeCode(text: string): boolean {
  return wholeCode.test(codeDigits(text));
}

/** How long a pre-auth token is good. */
export const PRE_AUTH_MINUTES = 5;
/** The wrong code after which a pre-auth token ends. */
export const MAX_WRONG_CODES = 5;
/** How long the secret that was offered may be taken. */
export const OFFER_MINUTES = 10;
