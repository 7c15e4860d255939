/** Names out of what people paste: from mail clients, sheets, chats. */

const SEPARATOR = /[\n\r,;\t]/;

/**
 * The names in a text, each once, in order: between commas, semicolons, tabs and line breaks, but not those inside of
 * quotes and angle brackets.
 * @example namesIn('"Osei, Ada" <ada@x.org>; grace') // ['"Osei, Ada" <ada@x.org>', 'grace']
 */
export function namesIn(text: string): string[] {
  const names = text.split(/[\n\r]/).flatMap(namesInLine);
  return [...new Set(names)];
}

function namesInLine(line: string): string[] {
  const parts: string[] = [];
  let part = "";
  let closing: string | null = null;
  for (const [index, letter] of Array.from(line).entries()) {
    if (closing === null && SEPARATOR.test(letter)) {
      parts.push(part);
      part = "";
      continue;
    }
    closing = letter === closing ? null : (closing ?? closingOf(letter, line, index));
    part += letter;
  }
  return [...parts, part].map((name) => name.trim()).filter((name) => name !== "");
}

/** What ends the part that a letter begins. A quote that nobody closes is none. */
function closingOf(letter: string, line: string, index: number): string | null {
  const closing = { '"': '"', "<": ">" }[letter];
  const rest = Array.from(line).slice(index + 1);
  return closing !== undefined && rest.includes(closing) ? closing : null;
}
