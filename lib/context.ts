import type { Db } from "./db/client";
import type { Mark } from "./authorize";
import type { Actor } from "./permissions";

/** Where a call comes from. */
export interface Client {
  ip: string;
  userAgent: string;
  /** This server, as the client reaches it; null where nobody called it. */
  serverOrigin: () => string | null;
  /** Ids of earlier sign-ins that this browser can prove, by username. */
  knownBrowser: () => ReadonlyMap<string, string>;
}

/** What every verb is given: who asks, when, from where, and the database. */
export interface Context {
  requestId: string;
  actor: Actor;
  now: Date;
  client: Client;
  /** Entity tags of `If-Match`; null when the header was not sent. */
  ifMatch: readonly string[] | null;
  /** What verbs have authorized so far. */
  marks: Mark[];
  db: Db;
}

/** A context inside an open transaction: what `audit` and `enqueue` ask for. */
export interface Tx extends Context {
  readonly inTransaction: true;
  /** It only finds out what a call would do: whatever is locked otherwise is read then. */
  readonly isPreview?: true;
}
