"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { keptPlace, placeKeeper } from "./kept-places";

/**
 * After a step back, the list stands where it was left: scrolled as far, and with the focus on the same row.
 * @returns puts the focus on the row that had it last
 */
export function useKeptPlace(
  sectionRef: RefObject<HTMLElement | null>,
  { list, hasRows }: { list: string; hasRows: boolean },
): () => void {
  const [place] = useState(() => keptPlace(list));
  const rowIdRef = useRef(place.rowId);
  const isRestoredRef = useRef(false);

  const focusRow = useCallback(() => {
    const row = findRow(sectionRef.current, rowIdRef.current);
    (row?.querySelector<HTMLElement>("[role=rowheader] a") ?? row)?.focus({ preventScroll: true });
  }, [sectionRef]);

  useLayoutEffect(() => {
    if (!hasRows || isRestoredRef.current) return;
    isRestoredRef.current = true;
    const { rowsTop, pageTop, rowId } = place;
    sectionRef.current?.querySelector("[data-scroll]")?.scrollTo({ top: rowsTop ?? 0 });
    if (pageTop !== undefined) window.scrollTo({ top: pageTop });
    if (rowId !== undefined && isFocusFree()) focusRow();
  }, [sectionRef, hasRows, place, focusRow]);

  useEffect(() => {
    const section = sectionRef.current;
    const keepPlace = placeKeeper(list);
    const listening = new AbortController();
    const options = { capture: true, passive: true, signal: listening.signal };

    function note(event: Event) {
      const rows = section?.querySelector("[data-scroll]");
      const row =
        event.target instanceof Element && event.target.closest<HTMLElement>("[data-row]");
      if (row) rowIdRef.current = row.dataset.row;
      keepPlace({
        ...(row && { rowId: row.dataset.row }),
        rowsTop: rows?.scrollTop ?? 0,
        pageTop: window.scrollY,
      });
    }
    for (const type of ["scroll", "focusin", "click"])
      section?.addEventListener(type, note, options);
    return () => {
      listening.abort();
    };
  }, [sectionRef, list]);

  return focusRow;
}

function findRow(section: HTMLElement | null, id: string | undefined): HTMLElement | undefined {
  const rows = section?.querySelectorAll<HTMLElement>("[data-row]") ?? [];
  return Array.from(rows).find(({ dataset }) => dataset.row === id);
}

/** Nothing has it: what had it has left with the page before. */
function isFocusFree(): boolean {
  return (
    document.activeElement === document.body || Boolean(document.activeElement?.matches("main"))
  );
}
