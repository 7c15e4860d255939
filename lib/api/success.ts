import "server-only";
import type { Versioned } from "@/lib/errors";
import { isRecord } from "@/lib/wire";
import { isAmong } from "@/lib/versions";
import type { Contract, ResponseSpec, Result, Surroundings, TaggedText } from "./contract";
import { wrap } from "./envelope";
import { entityTags } from "./request";
import { textStream } from "./stream";

interface Answered {
  request: Request;
  headers: Record<string, string>;
}

/** Puts what a verb returned through the entry's response schema and into its envelope. */
export async function successResponse<C extends Contract>(
  contract: C,
  result: Result<C>,
  { headers, request }: Answered,
): Promise<Response> {
  const { response } = contract;
  const json = { "Content-Type": "application/json; charset=utf-8", ...headers };
  if (response.kind === "streamed") {
    const text = listText(response, asStreamed(response, result));
    return new Response(await textStream(text), { headers: json });
  }
  if (response.kind === "text") {
    return isTagged(result)
      ? taggedResponse(result, { headers, request })
      : textResponse(asBatches<string>(result), headers);
  }

  const versioned = contract.versioned && isVersioned(result) ? result : null;
  const payload = response.schema.parse(versioned ? versioned.entity : result);
  const body =
    response.kind === "wrapped" ? wrap(response.message, payload) : JSON.stringify(payload);
  return new Response(body, { headers: versioned ? { ...json, ETag: versioned.etag } : json });
}

async function textResponse(
  text: AsyncIterable<string>,
  headers: Record<string, string>,
): Promise<Response> {
  const plain = { "Content-Type": "text/plain; charset=utf-8", ...headers };
  return new Response(await textStream(text), { headers: plain });
}

/** Without the text where the caller has it already (RFC 9110, 13.1.2). */
async function taggedResponse(
  { readTag, open }: TaggedText,
  { headers, request }: Answered,
): Promise<Response> {
  const known = entityTags(request, "if-none-match");
  if (known) {
    const tag = await readTag();
    if (isAmong(tag, known)) {
      return new Response(null, { status: 304, headers: { ...headers, ETag: tag } });
    }
  }
  const { entity, etag } = await open();
  return textResponse(entity, { ...headers, ETag: etag });
}

function isTagged(result: unknown): result is TaggedText {
  return isRecord(result) && "readTag" in result && "open" in result;
}

function isVersioned(result: unknown): result is Versioned<unknown> {
  return typeof result === "object" && result !== null && "etag" in result && "entity" in result;
}

/** Items in one piece of text: small enough for the memory that is tidied up often. */
const PIECE = 50;

type Streamed = Extract<ResponseSpec, { kind: "streamed" }>;

/** What a verb returns for a streamed answer, whichever form its entry gives it. */
interface Listing {
  head: unknown;
  batches: AsyncIterable<unknown[]>;
}

function asStreamed({ within }: Streamed, result: unknown): Listing {
  if (!within) return { head: null, batches: asBatches(result) };
  if (!isRecord(result)) throw new TypeError("A list within an object comes with its head.");
  return { head: within.head.parse(result["head"]), batches: asBatches(result["batches"]) };
}

/** A list with what stands around it, a batch at a time. */
async function* listText({ schema, message, within }: Streamed, { head, batches }: Listing) {
  const [start, end] = around({ message, within }, head);
  let separator = start;
  for await (const batch of batches) {
    for (let first = 0; first < batch.length; first += PIECE) {
      const items = batch.slice(first, first + PIECE).map((item) => schema.parse(item));
      yield separator + items.map((item) => itemText(item, within)).join(",");
      separator = ",";
    }
  }
  yield `${separator === "," ? "" : separator}${end}`;
}

function itemText(item: unknown, within: Surroundings | undefined): string {
  if (!within?.isMap || !Array.isArray(item)) return JSON.stringify(item);
  const pair: readonly unknown[] = item;
  const [key, value] = pair;
  return `${JSON.stringify(String(key))}:${JSON.stringify(value)}`;
}

const MARK = "\u0000";

/** What comes before the first item and after the last: the answer with a mark for its items, cut there. */
function around(
  { message, within }: Pick<Streamed, "message" | "within">,
  head: unknown,
): [start: string, end: string] {
  const list = within?.isMap ? { [MARK]: null } : [MARK];
  const payload = within ? { ...(isRecord(head) && head), [within.key]: list } : list;
  const whole = message === undefined ? JSON.stringify(payload) : wrap(message, payload);
  const mark = JSON.stringify(MARK) + (within?.isMap ? ":null" : "");
  const at = whole.lastIndexOf(mark);
  return [whole.slice(0, at), whole.slice(at + mark.length)];
}

/** The contract's types promise batches; TypeScript cannot see that through its conditional type. */
function asBatches<T = unknown[]>(result: unknown): AsyncIterable<T> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return result as AsyncIterable<T>;
}
