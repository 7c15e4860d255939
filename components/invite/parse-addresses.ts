/** Addresses out of what people type and paste: from mail clients, sheets, chats. */
import { inviteAddress } from "@/lib/invite/address";

export interface AddressPiece {
  /** Where it stands in the text. */
  start: number;
  end: number;
  /** Counted from 1. */
  line: number;
  text: string;
  /** In lower case; null where something is wrong. */
  address: string | null;
  problem: string | null;
}

export interface ParsedAddresses {
  pieces: readonly AddressPiece[];
  /** Each once, in order. */
  addresses: readonly string[];
  wrong: readonly AddressPiece[];
  /** How many stand there once more. */
  repeated: number;
}

/**
 * The addresses in a text, between commas, semicolons, tabs, line breaks and, where only addresses stand there, spaces:
 * with names before them, in quotes and brackets, as links. What is none says what is wrong with it.
 */
export function parseAddresses(text: string): ParsedAddresses {
  const pieces = linesOf(text).flatMap(piecesOfLine);
  const found = pieces.flatMap(({ address }) => address ?? []);
  const addresses = [...new Set(found)];
  return {
    pieces,
    addresses,
    wrong: pieces.filter(({ problem }) => problem !== null),
    repeated: found.length - addresses.length,
  };
}

/** The text without what is wrong in it, an address on each line. */
export function withoutWrong({ pieces }: Pick<ParsedAddresses, "pieces">): string {
  return pieces
    .filter(({ problem }) => problem === null)
    .map(({ text }) => text)
    .join("\n");
}

interface Line {
  text: string;
  start: number;
  number: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line, index) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at, number: index + 1 };
  });
}

/** A part of a line, with what stands behind it. */
interface Part {
  start: number;
  text: string;
  separator: string;
}

function piecesOfLine(line: Line): AddressPiece[] {
  return withNames(partsOf(line.text))
    .flatMap(spacedApart)
    .map(({ start, text }) => {
      const trimmed = text.trimStart();
      const from = line.start + start + text.length - trimmed.length;
      const own = trimmed.trimEnd();
      return { start: from, end: from + own.length, line: line.number, text: own, ...read(own) };
    })
    .filter(({ text }) => !isFiller(text));
}

const SEPARATOR = /[,;\t\r\v\f\u2028\u2029]/;

/** Splits at separators, but not inside of quotes and angle brackets, and after an address in angle brackets. */
function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let closing: string | null = null;
  const end = (at: number, separator: string) => {
    parts.push({ start, text: line.slice(start, at), separator });
    start = at + separator.length;
  };
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (closing === null && SEPARATOR.test(letter)) end(at, letter);
    else if (letter === closing) {
      closing = null;
      if (letter === ">" && /^\s*[^\s,;(>.]/.test(line.slice(at + 1))) end(at + 1, "");
    } else closing ??= closingOf(line, at);
  }
  end(line.length, "");
  return parts;
}

/** What ends the part that a letter begins. A quote that nobody closes is none. */
function closingOf(line: string, at: number): string | null {
  const closing = { '"': '"', "<": ">" }[line.charAt(at)];
  return closing !== undefined && line.includes(closing, at + 1) ? closing : null;
}

/**
 * Puts names to their addresses that a separator stands between: `Osei, Ada <ada@example.com>`, and a sheet's columns
 * of names and addresses.
 */
function withNames(parts: readonly Part[]): Part[] {
  const isRow = parts.some(({ separator }) => separator === "\t");
  const hasOneAddress = parts.filter(({ text }) => text.includes("@")).length === 1;
  if (isRow && hasOneAddress && parts.every(({ text }) => text.includes("@") || isNameLike(text))) {
    return parts.filter(({ text }) => text.includes("@"));
  }
  return parts.filter((part, index) => {
    const next = parts[index + 1];
    const isSurname = part.separator === "," && next !== undefined && /<[^<>]*@/.test(next.text);
    return !(isSurname && part.text.trim() !== "" && isNameLike(part.text));
  });
}

/** Nothing that could be meant to be an address: words without digits and without dots inside. */
function isNameLike(text: string): boolean {
  return /^(?!.*\S\.\S)[\p{L}\p{M}\s.'’"()-]*$/u.test(text);
}

/** Addresses with only spaces between them. */
function spacedApart(part: Part): Part[] {
  const words = [...part.text.matchAll(/\S+/g)];
  const areAddresses =
    words.length > 1 && words.every(([word]) => /^[^\s@<>]+@[^\s@<>]+$/.test(word));
  if (!areAddresses) return [part];
  return words.map((word) => ({
    start: part.start + word.index,
    text: word[0],
    separator: " ",
  }));
}

/** What is left between two separators where nothing was written. */
function isFiller(text: string): boolean {
  return /^[\s.,;:"'<>()]*$/.test(withoutInvisible(text));
}

function read(text: string): Pick<AddressPiece, "address" | "problem"> {
  const bare = bareAddress(text);
  const parsed = inviteAddress.safeParse(bare);
  if (parsed.success) return { address: parsed.data, problem: null };
  return { address: null, problem: problemOf(bare) };
}

/** Zero-width and direction marks, which nobody sees and pages bring along. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const LABEL = /^(?:[-–•·*]|\d+[.)])\s+|^(?:to|cc|bcc|from)\s*:\s*/i;
const COMMENT = /\s*\([^()@]*\)$/;

function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** What stands in a piece for the address: without name, quotes, brackets, `mailto:`, and full stops after it. */
function bareAddress(text: string): string {
  const written = withoutInvisible(text).trim().replace(LABEL, "").replace(COMMENT, "");
  const [, inBrackets] = /<([^<>]*)>?[\s.,;:]*$/.exec(written) ?? [];
  return withoutMailto(withoutWrapping(withoutMailto(withoutWrapping(inBrackets ?? written))));
}

function withoutMailto(address: string): string {
  const [, target] = /^mailto:([^?]*)/i.exec(address) ?? [];
  return target === undefined ? address : decoded(target);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Without what no address begins or ends with. An apostrophe may begin one: it goes only with its fellow. */
function withoutWrapping(text: string): string {
  const inner = text
    .replace(/^[\s"“”„«»‘’<>()[\]]+/, "")
    .replace(/[\s"“”„«»‘’<>()[\].,;:!?]+$/, "");
  const [, quoted] = /^'(.*)'$/s.exec(inner) ?? [];
  if (quoted !== undefined) return withoutWrapping(quoted);
  return inner === text ? text : withoutWrapping(inner);
}

function problemOf(address: string): string {
  if (/[＠﹫]/.test(address)) return "It has a full-width ＠. Write @.";
  if (!address.includes("@")) return "There is no @ in it.";
  const [before = "", after = "", ...more] = address.split("@");
  if (more.length > 0) return "There is more than one @ in it.";
  if (/\s/.test(address)) {
    return "There is a space in it. A name is written like this: Ada Osei <ada@example.com>.";
  }
  if (before === "") return "There is nothing before the @.";
  if (after === "") return "There is nothing after the @.";
  if (address.length > 254) return "It is longer than 254 characters.";
  const [letter] = /[^a-z0-9.!$&'*+=_~@-]/iu.exec(address) ?? [];
  if (letter !== undefined) return `“${letter}” cannot stand in it.`;
  if (/^[.-]/.test(before)) return `It cannot begin with “${before.charAt(0)}”.`;
  if (after.includes("..")) return "There are two dots in a row after the @.";
  return `“${after}” cannot stand after the @.`;
}
