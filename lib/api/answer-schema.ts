import { z } from "zod";
import type { ResponseSpec } from "./contract";

/** The schema of what a client finds in the envelope, or of the whole answer where it has none. */
export function answerSchema(response: ResponseSpec): z.ZodType {
  if (response.kind !== "streamed") return response.schema;
  const { schema, within } = response;
  if (within === undefined) return z.array(schema);
  const values = schema instanceof z.ZodTuple ? schema.def.items[1] : undefined;
  const list = within.isMap ? z.record(z.string(), values ?? z.unknown()) : z.array(schema);
  return within.head.extend({ [within.key]: list });
}
