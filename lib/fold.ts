/** The form in which names are searched and sorted without regard to case; a final sigma is a sigma. */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll("ς", "σ");
}
