"use client";

import { Fragment, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import { MAX_BULK } from "@/lib/user/values";
import type { BulkAction } from "./plan";

/** What can be done with the selected rows; each opens a dialog that first says what it would do. */
export function BulkActions({
  count,
  noun,
  onBulk,
  more,
}: {
  count: number;
  /** "users". */
  noun: string;
  onBulk: (action: BulkAction) => void;
  /** What only some lists have, before what deletes. */
  more?: ReactNode;
}) {
  const tooMany = count > MAX_BULK ? `Select at most ${formatNumber(MAX_BULK)} ${noun}.` : null;
  return (
    <>
      {actions.map(({ action, label, variant }) => (
        <Fragment key={action}>
          {action === "delete" && more}
          <Button
            variant={variant}
            disabledReason={tooMany}
            onClick={() => {
              onBulk(action);
            }}
          >
            {label}
          </Button>
        </Fragment>
      ))}
    </>
  );
}

const actions = [
  { action: "enable", label: "Enable…", variant: "secondary" },
  { action: "disable", label: "Disable…", variant: "secondary" },
  { action: "delete", label: "Delete…", variant: "danger-quiet" },
] as const;
