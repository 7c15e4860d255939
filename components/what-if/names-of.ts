import type { AccessPreview } from "@/lib/access/schema";
import { formatSome, isolated } from "@/lib/format";

const SOME = 5;

/** "lab, warehouse and 3 more": the networks, and the gateways by name. */
export function namesOf({ networks, gateways }: AccessPreview["data"][number]["gains"]): string {
  const all = [...networks, ...gateways.map(({ gw_name: name }) => isolated(name))];
  return formatSome(all, SOME);
}
