"use client";

import { useEffect, useState } from "react";

const debounceMs = 120;

/** What to ask a server for: the text once typing rests, and whether more is on its way. */
export function useSearchText(text: string): { searchText: string; isResting: boolean } {
  const wanted = text.trim();
  const [searchText, setSearchText] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSearchText(wanted);
    }, debounceMs);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted]);
  return { searchText, isResting: searchText === wanted };
}
