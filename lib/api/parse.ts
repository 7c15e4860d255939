import "server-only";
import { z } from "zod";
import { invalid, type FieldError } from "@/lib/errors";
import type { InputLimits } from "@/lib/limits";
import type { Contract } from "./contract";
import type { RawPath } from "./path";
import {
  check,
  jsonObject,
  pathCollected,
  queryValues,
  type Collected,
  type RawQuery,
} from "./request";

export interface RawInput {
  path: RawPath;
  query: RawQuery;
}

/**
 * What the entry's schemas make of a request.
 * @throws AppError `invalid` with every bad path of address and body
 */
export async function parseInput(
  contract: Contract,
  raw: RawInput,
  bytes: Uint8Array,
  readLimits: () => Promise<InputLimits>,
) {
  const bodySchema = await bodySchemaOf(contract, readLimits);
  const sent = bodySchema ? jsonObject(bytes) : nothing;
  const params = check(contract.params, pathCollected(raw.path));
  const query = check(
    contract.query,
    contract.query ? queryValues(contract.query, raw.query) : nothing,
  );
  // Of what is no object at all, no key is missing.
  const body =
    sent.errors.length > 0 ? { data: undefined, errors: sent.errors } : check(bodySchema, sent);
  const errors = [
    ...params.errors,
    ...query.errors,
    ...unknownDryRun(contract, raw.query),
    ...body.errors,
    ...namedTwice(contract, raw.path, bodySchema, sent),
  ];
  if (errors.length > 0) throw invalid(firstOfEachPath(errors));
  return { params: params.data, query: query.data, body: body.data };
}

function firstOfEachPath(errors: FieldError[]): FieldError[] {
  const seen = new Set<string>();
  return errors.filter(({ path }) => !seen.has(path) && seen.add(path));
}

const nothing: Collected = { values: {}, errors: [] };

async function bodySchemaOf(
  contract: Contract,
  readLimits: () => Promise<InputLimits>,
): Promise<z.ZodType | undefined> {
  if (contract.method === "GET") return undefined;
  const { body } = contract;
  return typeof body === "function" ? body(await readLimits()) : body;
}

/** Whoever asks for a dry run must not get the real one. */
function unknownDryRun({ method, query }: Contract, raw: RawQuery): FieldError[] {
  if (method === "GET" || !raw.has("dry_run") || (query && "dry_run" in query.shape)) return [];
  return [{ path: "dry_run", message: "This call has no dry run. Nothing was done." }];
}

/** A body that repeats a parameter of the path must say the same; where that is a conflict, the verb says so. */
function namedTwice(
  contract: Contract,
  { values }: RawPath,
  schema: z.ZodType | undefined,
  sent: Collected,
): FieldError[] {
  if (contract.method !== "GET" && contract.repeatedName === "conflict") return [];
  const known = schema instanceof z.ZodObject ? schema.shape : {};
  return Object.entries(values)
    .filter(([name, value]) => {
      const repeated = name in known ? sent.values[name] : undefined;
      return typeof repeated === "string" && repeated.toLowerCase() !== value.toLowerCase();
    })
    .map(([path, value]) => ({ path, message: `The path says "${value}".` }));
}
