"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useListState } from "@/components/data-table/use-list-state";
import { cn } from "@/lib/cn";
import { usersList } from "./list-params";

const keys = [
  { sort: "display_name", label: "Name" },
  { sort: "username", label: "Username" },
] as const;

/** The head of a column that holds two things, each of which the list can be sorted by. */
export function UsersNameHeader() {
  const { view } = useListState(usersList);
  const isAscending = view.order === "asc";
  const Arrow = isAscending ? ArrowUp : ArrowDown;
  return (
    <span className="-mx-1.5 flex items-center gap-0.5">
      {keys.map(({ sort, label }) => {
        const isSorted = view.sort === sort;
        return (
          <button
            key={sort}
            type="button"
            onClick={() => {
              view.setSort(sort, isSorted && isAscending ? "desc" : "asc");
            }}
            className={cn(
              "inline-flex h-7 items-center gap-1 rounded-md px-1.5 font-medium motion-colors hover:text-ink",
              isSorted && "text-ink",
            )}
          >
            {label}
            {isSorted && <Arrow aria-hidden="true" className="size-3.5 shrink-0" />}
            {isSorted && (
              <span className="sr-only">, sorted {isAscending ? "ascending" : "descending"}</span>
            )}
          </button>
        );
      })}
    </span>
  );
}
