/** The text of a file, whatever a spreadsheet has saved it in. */
export type Decoded = { text: string } | { fault: string };

const MAX_MEBIBYTES = 16;

export const NOT_TEXT =
  "This is not a text file. In a spreadsheet, choose “Save as” or “Download”, and CSV.";

export async function decodeFile(file: Blob): Promise<Decoded> {
  if (file.size === 0) return { fault: "This file is empty." };
  if (file.size > MAX_MEBIBYTES * 1024 * 1024) {
    return { fault: `This file is larger than ${String(MAX_MEBIBYTES)} MiB. Split it.` };
  }
  return decode(await file.arrayBuffer());
}

export function decode(bytes: ArrayBuffer): Decoded {
  const text = textOf(new Uint8Array(bytes));
  return /[^\P{Cc}\t\n\v\f\r\u007F-\u009F]/u.test(text) ? { fault: NOT_TEXT } : { text };
}

function textOf(bytes: Uint8Array): string {
  const marked = encodingByMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function encodingByMark([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}
