/** The shape of a contract entry: one endpoint, declared once, for server, client, documentation and tests. */
import { z } from "zod";
import type { Context } from "@/lib/context";
import type { Versioned } from "@/lib/errors";
import type { InputLimits } from "@/lib/limits";
import type { Permission } from "@/lib/permissions";
import type { AccountSecretKind, AddressSecretKind, SecretKind } from "@/lib/secret-kinds";

/** Where a request names the account that it is about. */
export interface AccountParameter {
  in: "path" | "query" | "body";
  name: string;
}

/** What a call guesses at, and where it names the account that a wrong guess counts for. */
export type Throttle =
  | { secret: AccountSecretKind; account: AccountParameter }
  | { secret: AddressSecretKind; account?: never }
  /** Which key of the body holds it says what kind of secret it is. */
  | { secret: Readonly<Record<string, SecretKind>>; account: AccountParameter };

/** A user or a network that path or query names; or a row, whose verb settles the right once it is loaded. */
export type AboutParameter =
  | { kind: "user"; in: "path" | "query"; name: string; defaultsToSelf?: true }
  | { kind: "network"; in: "path" | "query"; name: string }
  | { kind: "row" };

/** Where a streamed list stands, when it is not the whole answer: at `key` of an object, behind what is in `head`. */
export interface Surroundings {
  head: z.ZodObject;
  key: string;
  /** Its items are pairs of key and value, and make an object. */
  isMap?: true;
}

export type ResponseSpec =
  | { kind: "wrapped"; schema: z.ZodType; message: string }
  | { kind: "bare"; schema: z.ZodType }
  /** A list, written batch by batch: in the envelope when there is a message, else bare. */
  | { kind: "streamed"; schema: z.ZodType; message?: string; within?: Surroundings }
  /** Plain text, written piece by piece. */
  | { kind: "text"; schema: z.ZodString };

/** What an entry answers with `Accept: text/csv`: the whole selection, a row for each item. */
export interface CsvAlternative {
  item: z.ZodObject;
  columns: readonly string[];
  /** Columns that hold sets: their ids, joined by `;`. */
  sets?: readonly string[];
  /** Without its ending. */
  filename: string;
}

interface Common {
  path: `/api/${string}`;
  who: Permission | "anyone";
  summary: string;
  /** What the call is about, where the right to make it hangs on that. */
  about?: AboutParameter;
  throttle?: Throttle;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Answers an entity with its `ETag`; `run` returns it as {@link Versioned}, a text as {@link TaggedText}. */
  versioned?: true;
  maxBodyBytes?: number;
  response: ResponseSpec;
}

interface Read extends Common {
  method: "GET";
  csv?: CsvAlternative;
  /** The state of a thing may forbid even to read it. */
  mayConflict?: true;
  /** It may be about nothing, though nobody need be signed in and the address names nothing: a cookie does. */
  mayBeMissing?: true;
}

interface Write extends Common {
  method: "POST" | "PUT" | "DELETE";
  /** The verb of its audit entries, or all that they may have; null on purpose where nothing is changed. */
  audit: string | readonly string[] | null;
  /** The entity that is written only if its version is still the one in `If-Match`, as a 412 shows it. */
  honoursIfMatch?: z.ZodType;
  /** What another value in the body than in the path is, where a key of both has one. Default: invalid input */
  repeatedName?: "conflict";
  body?: z.ZodType | ((limits: InputLimits) => z.ZodType);
}

export type Contract = Read | Write;

export function defineContracts<const T extends Record<string, Contract>>(table: T): T {
  return table;
}

/** W of the API: `{"Code","Message","Response"}`. */
export function wrapped<T extends z.ZodType>(schema: T, message = "OK") {
  return { kind: "wrapped", schema, message } as const;
}

/** B of the API: the JSON value itself. */
export function bare<T extends z.ZodType>(schema: T) {
  return { kind: "bare", schema } as const;
}

/** A list that is written batch by batch, in constant memory: W with a message, B without. */
export function streamed<T extends z.ZodType>(item: T, message?: string) {
  return { kind: "streamed", schema: item, ...(message !== undefined && { message }) } as const;
}

/** As {@link streamed}, for a list that an object holds beside other things, which come before it. */
export function streamedWithin<T extends z.ZodType, const S extends Surroundings>(
  within: S,
  item: T,
  message?: string,
) {
  return { ...streamed(item, message), within } as const;
}

/** Text (`text/plain`), and no JSON. */
export function plainText() {
  return { kind: "text", schema: z.string() } as const;
}

/** Whether a call can find out that what it has is what it would get (304). */
export function honoursIfNoneMatch({ response, versioned }: Contract): boolean {
  return response.kind === "text" && versioned === true;
}

/** Whether an answer comes in the envelope (W), or bare (B). */
export function isWrapped(response: ResponseSpec): boolean {
  return "message" in response && response.message !== undefined;
}

type SchemaOf<C, Key extends string> =
  C extends Record<Key, infer S>
    ? S extends z.ZodType
      ? S
      : S extends (limits: InputLimits) => infer B
        ? B
        : never
    : never;

type Parsed<S> = [S] extends [never] ? undefined : S extends z.ZodType ? z.output<S> : never;
type Sent<S> = [S] extends [never] ? undefined : S extends z.ZodType ? z.input<S> : never;

export interface Input<C extends Contract> {
  ctx: Context;
  request: Request;
  params: Parsed<SchemaOf<C, "params">>;
  query: Parsed<SchemaOf<C, "query">>;
  body: Parsed<SchemaOf<C, "body">>;
  /** The headers of the answer, to add to. */
  reply: Record<string, string>;
}

/** What a caller sends. */
export interface Arguments<C extends Contract> {
  params: Sent<SchemaOf<C, "params">>;
  query: Sent<SchemaOf<C, "query">>;
  body: Sent<SchemaOf<C, "body">>;
}

type Payload<C extends Contract> = z.output<C["response"]["schema"]>;

/** A text with its entity tag, which alone costs less than the text. */
export interface TaggedText {
  readTag: () => Promise<string>;
  /** The tag is that of this very text. */
  open: () => Promise<Versioned<AsyncIterable<string>>>;
}

/** What the verb behind an entry returns. */
export type Result<C extends Contract> = C["response"] extends {
  kind: "streamed";
  within: { head: infer Head extends z.ZodObject };
}
  ? { head: z.output<Head>; batches: AsyncIterable<Payload<C>[]> }
  : C["response"] extends { kind: "streamed" }
    ? AsyncIterable<Payload<C>[]>
    : C["response"] extends { kind: "text" }
      ? C extends { versioned: true }
        ? TaggedText
        : AsyncIterable<string>
      : C extends { versioned: true }
        ? Versioned<Payload<C>>
        : Payload<C>;

/** What the verb behind an entry's CSV returns; never where the entry has none. */
export type CsvResult<C extends Contract> = C extends { csv: { item: infer Item } }
  ? AsyncIterable<z.output<Item>[]>
  : never;

/** What the client gets out of the envelope. */
export type Answer<C extends Contract> = C["response"] extends { within: Surroundings }
  ? unknown
  : C["response"] extends { kind: "streamed" }
    ? Payload<C>[]
    : C extends { versioned: true }
      ? Versioned<Payload<C>>
      : Payload<C>;

/** `/api/users/{username}` as its parts: fixed text, or the name of a parameter in braces. */
export function pathParameters(path: string): { name: string; index: number }[] {
  return path
    .split("/")
    .map((part, index) => ({ name: /^\{(\w+)\}$/.exec(part)?.[1], index }))
    .flatMap(({ name, index }) => (name === undefined ? [] : [{ name, index }]));
}

/** The verbs of the audit entries that a call may leave; none for reads. */
export function auditVerbsOf(contract: Contract): readonly string[] {
  if (contract.method === "GET" || contract.audit === null) return [];
  return typeof contract.audit === "string" ? [contract.audit] : contract.audit;
}
