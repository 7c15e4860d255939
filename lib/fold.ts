/**
 * The form in which names are searched and sorted: without regard to case, marks and the Unicode form that they came in.
 * What is stored in this form is made anew by a migration when this changes.
 */
export function foldCase(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}+/gu, "");
  // Full case folding: by way of the capitals, "ß" is "ss", and a final sigma a sigma.
  return plain.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** The form in which names are told apart and sorted without regard to case; a final sigma is a sigma. */
export function lowerCase(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ς", "σ");
}
