"use client";

import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import { MAX_BULK } from "@/lib/user/values";
import type { BulkAction } from "./plan";

/** What can be done with the selected rows; each opens a dialog that first says what it would do. */
export function BulkActions({
  count,
  noun,
  onBulk,
}: {
  count: number;
  /** "users". */
  noun: string;
  onBulk: (action: BulkAction) => void;
}) {
  const tooMany = count > MAX_BULK ? `Select at most ${formatNumber(MAX_BULK)} ${noun}.` : null;
  return (
    <>
      {actions.map(({ action, label, variant }) => (
        <Button
          key={action}
          variant={variant}
          disabledReason={tooMany}
          onClick={() => {
            onBulk(action);
          }}
        >
          {label}
        </Button>
      ))}
    </>
  );
}

const actions = [
  { action: "enable", label: "Enable…", variant: "secondary" },
  { action: "disable", label: "Disable…", variant: "secondary" },
  { action: "delete", label: "Delete…", variant: "danger-quiet" },
] as const;
