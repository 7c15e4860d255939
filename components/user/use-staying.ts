"use client";

import { useEffect, useRef } from "react";
import type { BulkResult, NetworkUser } from "@/lib/user/schema";

/** Whom of those chosen something is done to, and who stays as they are, with the reasons. */
export interface Chosen {
  usernames: readonly string[];
  staying: BulkResult["skipped"];
}

/** Tells them apart as far as rows of them were seen: what is chosen on one page is acted on from another. */
export function useStaying(
  rows: readonly NetworkUser[] | undefined,
  refusalOf: (user: NetworkUser) => string | null,
): (usernames: readonly string[]) => Chosen {
  const seenRef = useRef(new Map<string, NetworkUser>());
  useEffect(() => {
    for (const user of rows ?? []) seenRef.current.set(user.username, user);
  }, [rows]);

  return (usernames) => {
    const staying = usernames.flatMap((id) => {
      const user = seenRef.current.get(id);
      const reason = user ? refusalOf(user) : null;
      return reason === null ? [] : [{ id, reason }];
    });
    const stay = new Set(staying.map(({ id }) => id));
    return { usernames: usernames.filter((id) => !stay.has(id)), staying };
  };
}
