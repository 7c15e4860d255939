/** What the second step's schema is made of, for pages, which load it without zod. */

/** The digits of a code as it was typed or pasted, with blanks or hyphens between. */
export function codeDigits(text: string): string {
  return text.replace(/[\s-]/g, "");
}

export const wholeCode = /^\d{6}$/;

export function isWholeCode(text: string): boolean {
  return wholeCode.test(codeDigits(text));
}
