"use client";

import { useQueries } from "@tanstack/react-query";
import { userDetailQuery } from "@/components/user/queries";
import type { Versioned } from "@/lib/errors";
import type { UserDetail } from "@/lib/user/schema";

/** The accounts of a page of rows, by username, as far as they have come. */
export function useKnownUsers(usernames: readonly string[]): ReadonlyMap<string, UserDetail> {
  return useQueries({ queries: [...new Set(usernames)].map(userDetailQuery), combine: byName });
}

type Answers = readonly { data: Versioned<UserDetail> | undefined }[];

function byName(answers: Answers): ReadonlyMap<string, UserDetail> {
  return new Map(
    answers.flatMap(({ data }) => (data ? [[data.entity.username, data.entity]] : [])),
  );
}
