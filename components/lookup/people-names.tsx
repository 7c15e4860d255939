"use client";

import { createContext, use, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { can } from "@/lib/permissions";
import { peopleNamesQuery, peopleQuestion } from "./people";

const PeopleNamesContext = createContext<Readonly<Record<string, string>>>({});

/** Asks once for what all people of a list are called, for those who may know it. */
export function PeopleNames({
  usernames,
  children,
}: {
  usernames: Iterable<string>;
  children: ReactNode;
}) {
  const isAllowed = can(useActor(), "users:resolve");
  const asked = peopleQuestion(usernames);
  const { data } = useQuery({
    ...peopleNamesQuery(asked),
    enabled: isAllowed && asked.length > 0,
  });
  return <PeopleNamesContext value={data ?? nobody}>{children}</PeopleNamesContext>;
}

const nobody: Readonly<Record<string, string>> = {};

/** What somebody is called; null for whoever has no name but the username, or until it is known. */
export function usePersonName(username: string): string | null {
  const names = use(PeopleNamesContext);
  return Object.hasOwn(names, username) ? (names[username] ?? null) : null;
}
