/** The things that an entry of the audit log can be about: a closed list. */
export type TargetType =
  | "user"
  | "group"
  | "role"
  | "network"
  | "gateway"
  | "client-config"
  | "invite"
  | "pending-user"
  | "server-settings";

/** What a domain leaves in the audit log, and nothing else can get in: no secret, no key by accident. */
export interface AuditDefinition<Verb extends string = string, Key extends string = string> {
  targetType: TargetType;
  verbs: readonly Verb[];
  /** Keys that may stand in `before` and `after`. */
  keys: readonly Key[];
}

/** @example export const groupAudit = defineAudit({ targetType: "group", verbs: ["group.create"], keys: ["name"] }); */
export function defineAudit<const Verb extends string, const Key extends string>(
  definition: AuditDefinition<Verb, Key>,
): AuditDefinition<Verb, Key> {
  return definition;
}

/** What of an entity stands in the audit log. */
export type Snapshot<Key extends string = string> = Readonly<Partial<Record<Key, unknown>>>;

/** The snapshots that a definition lets in. */
export type SnapshotOf<Definition> =
  Definition extends AuditDefinition<string, infer Key> ? Snapshot<Key> : never;
