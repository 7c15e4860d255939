"use client";

import { createContext, use, useMemo, type ReactNode } from "react";
import { useActor } from "@/components/base/actor-provider";
import { useGatewayNames, useGroupNames, useRoleNames } from "@/components/lookup/use-names";
import type { AuditEntry } from "@/lib/audit/schema";
import { can, seesSomeNetwork } from "@/lib/permissions";
import { useVocabulary } from "./vocabulary-context";
import { idsIn, namesUnknown } from "./wording";
import type { Names } from "./words";

const EntryNamesContext = createContext<Names>(namesUnknown);

/** Asks once for what all groups, roles and gateways of a list of entries are called, for those who may know it. */
export function EntryNames({
  entries,
  children,
}: {
  entries: readonly AuditEntry[];
  children: ReactNode;
}) {
  const actor = useActor();
  const { groups, roles, gateways } = idsIn(useVocabulary(), entries);
  const group = useGroupNames(can(actor, "groups:read") ? groups : []);
  const role = useRoleNames(can(actor, "roles:read") ? roles : []);
  const gateway = useGatewayNames(seesSomeNetwork(actor) ? gateways : []);
  const names = useMemo(() => ({ group, role, gateway }), [group, role, gateway]);
  return <EntryNamesContext value={names}>{children}</EntryNamesContext>;
}

export function useEntryNames(): Names {
  return use(EntryNamesContext);
}
