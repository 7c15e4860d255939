import "server-only";
import type { Versioned } from "@/lib/errors";
import type { Contract, ResponseSpec, Result } from "./contract";
import { wrap } from "./envelope";
import { textStream } from "./stream";

/** Puts what a verb returned through the entry's response schema and into its envelope. */
export async function successResponse<C extends Contract>(
  contract: C,
  result: Result<C>,
  headers: Record<string, string>,
): Promise<Response> {
  const { response } = contract;
  const json = { "Content-Type": "application/json; charset=utf-8", ...headers };
  if (response.kind === "streamed") {
    const text = arrayText(response, asBatches(result));
    return new Response(await textStream(text), { headers: json });
  }

  const versioned = contract.versioned && isVersioned(result) ? result : null;
  const payload = response.schema.parse(versioned ? versioned.entity : result);
  const body =
    response.kind === "wrapped" ? wrap(response.message, payload) : JSON.stringify(payload);
  return new Response(body, { headers: versioned ? { ...json, ETag: versioned.etag } : json });
}

function isVersioned(result: unknown): result is Versioned<unknown> {
  return typeof result === "object" && result !== null && "etag" in result && "entity" in result;
}

/** Items in one piece of text: small enough for the memory that is tidied up often. */
const PIECE = 50;

type Streamed = Extract<ResponseSpec, { kind: "streamed" }>;

/** An array, a batch at a time. */
async function* arrayText({ schema, message }: Streamed, batches: AsyncIterable<unknown[]>) {
  const [start, end] = message === undefined ? ["", ""] : wrapping(message);
  let separator = `${start}[`;
  for await (const batch of batches) {
    for (let first = 0; first < batch.length; first += PIECE) {
      const items = batch.slice(first, first + PIECE);
      yield separator + items.map((item) => JSON.stringify(schema.parse(item))).join(",");
      separator = ",";
    }
  }
  yield `${separator === "," ? "" : separator}]${end}`;
}

/** The envelope before and after what it wraps. */
function wrapping(message: string): [start: string, end: string] {
  return [wrap(message, null).slice(0, -"null}".length), "}"];
}

/** The contract's types promise batches of items; TypeScript cannot see that through its conditional type. */
function asBatches(result: unknown): AsyncIterable<unknown[]> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return result as AsyncIterable<unknown[]>;
}
