"use client";

import { createContext, use, useMemo, type ReactNode } from "react";
import { useActor } from "@/components/base/actor-provider";
import { useGroupNames, useRoleNames } from "@/components/lookup/use-names";
import type { AuditEntry } from "@/lib/audit/schema";
import { can } from "@/lib/permissions";
import { useVocabulary } from "./vocabulary-context";
import { idsIn, namesUnknown } from "./wording";
import type { Names } from "./words";

const EntryNamesContext = createContext<Names>(namesUnknown);

/** Asks once for what all groups and roles of a list of entries are called, for those who may know it. */
export function EntryNames({
  entries,
  children,
}: {
  entries: readonly AuditEntry[];
  children: ReactNode;
}) {
  const actor = useActor();
  const { groups, roles } = idsIn(useVocabulary(), entries);
  const group = useGroupNames(can(actor, "groups:read") ? groups : []);
  const role = useRoleNames(can(actor, "roles:read") ? roles : []);
  const names = useMemo(() => ({ group, role }), [group, role]);
  return <EntryNamesContext value={names}>{children}</EntryNamesContext>;
}

export function useEntryNames(): Names {
  return use(EntryNamesContext);
}
