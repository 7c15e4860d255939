"use client";

import { useId, type KeyboardEvent } from "react";
import { columnNames, type ImportColumn } from "@/components/import/columns";
import type { Problem } from "@/components/import/foreseen";
import { FieldError } from "@/components/form/field";
import { isComposing } from "@/components/ui/composing";
import { Name } from "@/components/ui/name";
import { cn } from "@/lib/cn";
import { TableCell } from "./table-cell";

/** A cell that can be written in: left, or by Enter, it counts; Escape takes back what was typed. */
export function PreviewCell({
  column,
  place,
  text,
  problems,
  former,
  isFixed,
  onCommit,
}: {
  column: ImportColumn;
  /** "row 12". */
  place: string;
  text: string;
  problems: readonly Problem[];
  /** What the account has instead; undefined where that is the same. */
  former: string | undefined;
  isFixed: boolean;
  onCommit: (text: string) => void;
}) {
  const id = useId();
  const formerId = useId();
  const problem = problems.map(({ message }) => message).join(" ");

  function commit(input: HTMLInputElement) {
    if (input.value !== text) onCommit(input.value);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape" && input.value !== text) {
      event.stopPropagation();
      input.value = text;
      input.select();
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    const next = cellBelow(input, event.shiftKey);
    // What loses the focus counts by itself.
    if (next) next.select();
    else commit(input);
  }

  return (
    <TableCell
      className={cn(
        "order-2 grid min-w-0 grow basis-full content-start gap-1 @min-[48rem]/table:order-none @min-[48rem]/table:px-1",
        column !== "username" && "@min-[30rem]/table:basis-[calc(50%-0.75rem)]",
      )}
    >
      <span aria-hidden="true" className="text-sm text-ink-3 @min-[48rem]/table:hidden">
        {columnNames[column]}
      </span>
      <input
        aria-label={`${columnNames[column]}, ${place}`}
        aria-describedby={cn(problem !== "" && id, former !== undefined && formerId) || undefined}
        aria-invalid={problem !== "" || undefined}
        data-column={column}
        defaultValue={text}
        readOnly={isFixed}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        className={cn(
          "h-8 w-full min-w-0 rounded-md border field-ring border-control bg-surface px-2 text-ellipsis motion-colors read-only:border-transparent read-only:bg-transparent read-only:text-ink-3 read-only:line-through aria-invalid:border-bad aria-invalid:bg-bad-soft max-sm:h-10 max-sm:text-lg @min-[48rem]/table:not-read-only:not-aria-invalid:not-hover:not-focus:border-line",
          column === "password" &&
            "[-webkit-text-security:disc] focus:[-webkit-text-security:none]",
        )}
        onKeyDown={handleKeyDown}
        onBlur={(event) => {
          commit(event.currentTarget);
        }}
      />
      <FieldError id={id}>{problem || undefined}</FieldError>
      {former !== undefined && (
        <p id={formerId} className="px-2 text-sm [overflow-wrap:anywhere] text-ink-3">
          was <Name className="text-ink-2">{former}</Name>
        </p>
      )}
    </TableCell>
  );
}

/** The cell of the same column in the next row, or in the one before. */
function cellBelow(input: HTMLInputElement, isUpwards: boolean): HTMLInputElement | null {
  const row = input.closest("tr");
  const next = isUpwards ? row?.previousElementSibling : row?.nextElementSibling;
  const column = input.dataset["column"] ?? "";
  return next?.querySelector<HTMLInputElement>(`input[data-column="${column}"]`) ?? null;
}
