"use client";

import { useRef, useState } from "react";

/** The chosen rows of a list by id, kept while the page, the sort or a filter changes. */
export interface RowSelection {
  /** In the order of choosing, across pages. */
  ids: readonly string[];
  count: number;
  has: (id: string) => boolean;
  /**
   * Chooses or drops one row. With `rangeIn`, the ids of the page in their order, also everything
   * between it and the row changed before (Shift).
   */
  toggle: (id: string, isChosen: boolean, rangeIn?: readonly string[]) => void;
  /** Adds rows that need not be on the page: "select all 61,902". */
  add: (ids: readonly string[]) => void;
  remove: (ids: readonly string[]) => void;
  clear: () => void;
}

const nothing: ReadonlySet<string> = new Set();

export function useRowSelection(): RowSelection {
  const [chosen, setChosen] = useState(nothing);
  const anchorRef = useRef<string | null>(null);

  function change(ids: readonly string[], isChosen: boolean) {
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isChosen) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }

  return {
    ids: [...chosen],
    count: chosen.size,
    has: (id) => chosen.has(id),
    toggle: (id, isChosen, rangeIn) => {
      change(rangeIn ? between(rangeIn, anchorRef.current, id) : [id], isChosen);
      anchorRef.current = id;
    },
    add: (ids) => {
      change(ids, true);
    },
    remove: (ids) => {
      change(ids, false);
    },
    clear: () => {
      setChosen(nothing);
      anchorRef.current = null;
    },
  };
}

function between(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const start = ids.findIndex((id) => id === from);
  const end = ids.indexOf(to);
  if (start === -1 || end === -1) return [to];
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1);
}
