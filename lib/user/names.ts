/** Names as people and mail programs write them. */
import { foldCase, lowerCase } from "@/lib/fold";

export interface ReadName {
  /** What may be somebody's username, the likelier first. */
  usernames: string[];
  /** Folded, as stored; empty where it names nobody. */
  displayName: string;
}

/** The address in `Name <address>` (RFC 5322, 3.4): the last one, because a quoted name may hold brackets too. */
const ADDRESS = /<([^<>]*)>$/;

/** @example readName('"Doe, Jane" <Jane@Example.com>') // usernames: [..., "jane@example.com"] */
export function readName(given: string): ReadName {
  const name = given.trim();
  const address = ADDRESS.exec(name)?.[1]?.trim() ?? "";
  const usernames = [name, address].filter((each) => each !== "").map(lowerCase);
  return { usernames, displayName: foldCase(name) };
}
