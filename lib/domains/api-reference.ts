import "server-only";
import { openApiDocument } from "@/lib/api/openapi";
import { referenceOf, type Reference } from "@/lib/api-reference";
import { contractTables } from "./contracts";

let made: Reference | undefined;

/** Made once: the contracts do not change while the server runs. */
export function apiReference(): Reference {
  made ??= referenceOf(openApiDocument(contractTables));
  return made;
}
