import "server-only";
import { z } from "zod";
import { AppError, invalid, type FieldError } from "@/lib/errors";
import { isRecord, withoutUnsent } from "@/lib/wire";
import { describeIssue, text } from "@/lib/wire-schemas";
import { decodePart, type RawPath } from "./path";

/** The entity tags of a header; null without it, empty when it names none that could match. */
export function entityTags(
  request: Request,
  name: "if-match" | "if-none-match",
): readonly string[] | null {
  const header = request.headers.get(name);
  if (header === null) return null;
  return header === "*" ? ["*"] : (header.match(/(?:W\/)?"[^"]*"/g) ?? []);
}

/**
 * @throws AppError `too_large` when more than `maxBytes` are announced or have come, `invalid` when the client
 *   goes away in the middle, or sends the body compressed
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  refuseEncoded(request);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (request.body === null) return new Uint8Array();
  try {
    return await collect(request.body, maxBytes);
  } catch (error) {
    // Not to be taken for a lost connection to the database, which has the same code.
    throw error instanceof AppError ? error : cutOff(error);
  }
}

function refuseEncoded({ headers }: Request): void {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (encoding === "" || encoding === "identity") return;
  const message = `This is compressed (Content-Encoding: ${encoding}). Send it uncompressed.`;
  throw invalid([{ path: "body", message }]);
}

/** So much of a body that is too large is still read: else the connection breaks before the answer is seen. */
const DRAINED_BYTES = 16 * 1024 * 1024;

async function collect(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes + DRAINED_BYTES) break;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) throw tooLarge(maxBytes);
  return Buffer.concat(chunks);
}

function cutOff(cause: unknown): AppError {
  return new AppError("invalid", "The body did not arrive whole.", { cause });
}

function tooLarge(maxBytes: number): AppError {
  const mebibytes = String(maxBytes / 1024 / 1024);
  return new AppError("too_large", `The body is larger than ${mebibytes} MiB.`);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON object in a body, without its unsent keys; an empty body is an empty object. */
export function jsonObject(bytes: Uint8Array): Collected {
  const value = parseJson(bytes);
  if (value === undefined) return badBody("This is not valid JSON.");
  if (value === null) return { values: {}, errors: [] };
  if (!isRecord(value)) return badBody("This must be a JSON object.");
  return { values: withoutUnsent(value), errors: [] };
}

function parseJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return null;
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return value;
  } catch {
    return undefined;
  }
}

function badBody(message: string): Collected {
  return { values: {}, errors: [{ path: "body", message }] };
}

/** What came for a schema, and what was wrong with it before the schema saw it. */
export interface Collected {
  values: Record<string, unknown>;
  errors: FieldError[];
}

/** The values of each query key as they came, decoded; null where the percent-encoding is broken. */
export type RawQuery = ReadonlyMap<string, (string | null)[]>;

export function rawQuery(search: string): RawQuery {
  const raw = new Map<string, (string | null)[]>();
  if (search === "") return raw;
  for (const pair of search.slice(1).split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decodePart((equals === -1 ? pair : pair.slice(0, equals)).replaceAll("+", " "));
    if (name === null) continue;
    const value = equals === -1 ? "" : decodePart(pair.slice(equals + 1).replaceAll("+", " "));
    const values = raw.get(name);
    if (values) values.push(value);
    else raw.set(name, [value]);
  }
  return raw;
}

/** Values for a query schema; a key is a list only where the schema's is. */
export function queryValues(schema: z.ZodObject, raw: RawQuery): Collected {
  const collected: Collected = { values: {}, errors: [] };
  for (const [name, field] of Object.entries(schema.shape)) {
    const given = raw.get(name);
    if (!given) continue;
    const isRepeatable = isList(field);
    const problem =
      given.length > 1 && !isRepeatable
        ? "This is given more than once."
        : given.map(textProblem).find((found) => found !== null);
    if (problem) collected.errors.push({ path: name, message: problem });
    else {
      const values = given.map((value) => value?.normalize("NFC"));
      collected.values[name] = isRepeatable ? values : values[0];
    }
  }
  return collected;
}

/** Values for the schema of a path's parameters. */
export function pathCollected({ values, broken }: RawPath): Collected {
  const errors = Object.entries(values).flatMap(([name, value]) => {
    const message = textProblem(broken.has(name) ? null : value);
    return message === null ? [] : [{ path: name, message }];
  });
  const plain = Object.entries(values).map(
    ([name, value]) => [name, value.normalize("NFC")] as const,
  );
  return { values: Object.fromEntries(plain), errors };
}

const anyText = text();

function textProblem(value: string | null): string | null {
  if (value === null) return "This is not correctly percent-encoded.";
  const { error } = anyText.safeParse(value);
  return error?.issues[0]?.message ?? null;
}

function isList(field: unknown): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault)
    return isList(field.unwrap());
  if (field instanceof z.ZodPipe) return isList(field.in);
  return field instanceof z.ZodArray;
}

/** What a schema makes of the values; every bad path once. */
export function check(schema: z.ZodType | undefined, { values, errors }: Collected) {
  if (schema === undefined) return { data: undefined, errors };
  const result = schema.safeParse(values, { error: describeIssue });
  if (result.success) return { data: result.data, errors };
  const known = new Set(errors.map(({ path }) => path));
  const found = result.error.issues
    .map(({ path, message }) => ({ path: path.map(String).join("."), message }))
    .filter(({ path }) => !known.has(path));
  return { data: undefined, errors: [...errors, ...found] };
}
