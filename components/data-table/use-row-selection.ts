"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { keptPlace, placeKeeper } from "./kept-places";

/** The chosen rows of a list by id, kept while the page, the sort or a filter changes. What changes it stays the same function. */
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

/** @param list names it: after a step back its rows are chosen as they were */
export function useRowSelection(list: string): RowSelection {
  const [chosen, setChosen] = useState(() => keptPlace(list).chosen ?? nothing);
  const anchorRef = useRef<string | null>(null);

  // Every page of the list is a step of its own.
  useEffect(() => {
    const keepPlace = placeKeeper(list);
    const keep = () => {
      keepPlace({ chosen });
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.navigation?.addEventListener("currententrychange", keep, { signal });
    keep();
    return () => {
      listening.abort();
    };
  }, [list, chosen]);

  const add = useCallback((ids: readonly string[]) => {
    setChosen((before) => new Set([...before, ...ids]));
  }, []);
  const remove = useCallback((ids: readonly string[]) => {
    setChosen((before) => without(before, ids));
  }, []);
  const toggle = useCallback(
    (id: string, isChosen: boolean, rangeIn?: readonly string[]) => {
      const ids = rangeIn ? between(rangeIn, anchorRef.current, id) : [id];
      if (isChosen) add(ids);
      else remove(ids);
      anchorRef.current = id;
    },
    [add, remove],
  );
  const clear = useCallback(() => {
    setChosen(nothing);
    anchorRef.current = null;
  }, []);

  return {
    ids: [...chosen],
    count: chosen.size,
    has: (id) => chosen.has(id),
    toggle,
    add,
    remove,
    clear,
  };
}

function without(chosen: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const rest = new Set(chosen);
  for (const id of ids) rest.delete(id);
  return rest;
}

function between(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const start = ids.findIndex((id) => id === from);
  const end = ids.indexOf(to);
  if (start === -1 || end === -1) return [to];
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1);
}
