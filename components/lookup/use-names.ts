"use client";

import { useQueries } from "@tanstack/react-query";
import { seededGroupName } from "@/lib/group/built-in";
import { gatewayNamesQuery, gatewayQuestions } from "./gateways";
import { groupNamesQuery, groupQuestions } from "./groups";
import { roleNamesQuery, roleQuestions } from "./roles";

type NameOf = (id: string) => string | null;
type Answers = readonly { data: Record<string, string> | undefined }[];

/** What groups are called. Until that is known, and of a group that is gone, the answer is null. */
export function useGroupNames(ids: Iterable<string>): NameOf {
  return useQueries({ queries: groupQuestions(ids).map(groupNamesQuery), combine: groupNameOf });
}

/** What roles are called; null until that is known. */
export function useRoleNames(ids: Iterable<string>): NameOf {
  return useQueries({ queries: roleQuestions(ids).map(roleNamesQuery), combine: nameIn });
}

/** What gateways are called; null until that is known, and of those that one does not see. */
export function useGatewayNames(ids: Iterable<string>): NameOf {
  return useQueries({ queries: gatewayQuestions(ids).map(gatewayNamesQuery), combine: nameIn });
}

// One function for one set of answers, so that cells which call it are not drawn anew for nothing.
function groupNameOf(answers: Answers): NameOf {
  const nameOf = nameIn(answers);
  return (id) => seededGroupName(id) ?? nameOf(id);
}

function nameIn(answers: Answers): NameOf {
  const names = new Map(answers.flatMap(({ data }) => Object.entries(data ?? {})));
  return (id) => names.get(id) ?? null;
}
