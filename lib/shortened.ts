/** What somebody sent, or a server answered, in a sentence of ours: its end is left out where it is very long. */
export function shortened(text: string, maxLength = 254): string {
  const signs = Array.from(text.slice(0, 2 * maxLength + 2));
  return signs.length > maxLength ? `${signs.slice(0, maxLength).join("")}…` : text;
}
