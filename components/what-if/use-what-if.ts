"use client";

import { useState } from "react";
import { hashKey, useQuery } from "@tanstack/react-query";
import { useSearchText } from "@/components/command-menu/use-search-text";
import { lazyClient } from "@/lib/api/client";
import type { z } from "zod";
import type { accessChange, AccessPreviewQuery } from "@/lib/access/schema";
import { formatCount } from "@/lib/format";

/** The body of a call that would change what people reach, as it would be sent. */
export type AccessChangeInput = z.input<ReturnType<typeof accessChange>>;

const callAccess = lazyClient(async () => (await import("@/lib/access/contract")).accessContract);

const PER_PAGE = 5;

/** Which of the people are shown. */
export interface WhatIfView {
  side: AccessPreviewQuery["side"];
  q: string;
  page: number;
}

/**
 * Who would gain and who would lose access by a change that is not made yet: the server's answer to the very call
 * that would make it.
 * @param change the body of that call; null asks nothing
 */
export function useWhatIf(change: AccessChangeInput | null) {
  const [view, setView] = useState<WhatIfView>({ side: undefined, q: "", page: 1 });
  const { searchText } = useSearchText(view.q);
  const query = useQuery({
    queryKey: ["access", "preview", change, { ...view, q: searchText }] as const,
    queryFn: ({ signal }) =>
      callAccess("preview", {
        query: {
          page: String(view.page),
          per_page: String(PER_PAGE),
          ...(view.side !== undefined && { side: view.side }),
          ...(searchText !== "" && { q: searchText }),
        },
        body: change ?? {},
        signal,
      }),
    enabled: change !== null,
    // Of the same change another page may stand meanwhile; of another change nothing.
    placeholderData: (before, asked) =>
      asked && hashKey([asked.queryKey[2]]) === hashKey([change]) ? before : undefined,
    // What others do meanwhile counts: it is asked anew each time.
    gcTime: 0,
  });
  const { data, error } = query;

  return {
    query,
    view,
    setView,
    /** Why it cannot be confirmed yet. */
    refusal: refusalOf({ isAsked: change !== null, isKnown: data !== undefined, error }),
    /** The words of the button that makes the change: with the number of those who lose by it. */
    confirmLabel: (label: string) => {
      const lose = data?.lose ?? 0;
      return lose === 0
        ? label
        : `${label}: ${formatCount(lose, "person loses", "people lose")} access`;
    },
    isDanger: (data?.lose ?? 0) > 0,
  };
}

export type WhatIfState = ReturnType<typeof useWhatIf>;

function refusalOf({
  isAsked,
  isKnown,
  error,
}: {
  isAsked: boolean;
  isKnown: boolean;
  error: Error | null;
}): string | null {
  if (!isAsked || isKnown) return null;
  return error ? "It is not known what this would change." : "Still checking what this changes.";
}
