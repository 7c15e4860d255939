"use client";

import { doneCount, type Counts } from "@/components/import/foreseen";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/lib/format";
import { countLines } from "./count-lines";

/** Asked where people are changed who are there already. */
export function ImportConfirmDialog({
  counts,
  onConfirm,
  onClose,
}: {
  counts: Counts;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const people = formatCount(doneCount(counts), "person", "people");
  return (
    <ConfirmDialog
      title={`Import ${people}?`}
      confirmLabel={`Import ${people}`}
      tone="primary"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>Accounts that are there already are changed too:</p>
      <ul className="list-disc ps-5">
        {countLines(counts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
