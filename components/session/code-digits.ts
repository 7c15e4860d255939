/** The digits of a code as it was typed or pasted, with blanks or a hyphen between. */
export function codeDigits(text: string): string {
  return text.replace(/[\s-]/g, "");
}

export function isWholeCode(text: string): boolean {
  return /^\d{6}$/.test(codeDigits(text));
}
