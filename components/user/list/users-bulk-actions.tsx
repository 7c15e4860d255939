"use client";

import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import { MAX_BULK } from "@/lib/user/values";
import type { BulkAction } from "@/components/user/bulk";

/** What can be done with the selected users; each opens a dialog that first says what it would do. */
export function UsersBulkActions({
  count,
  onBulk,
}: {
  count: number;
  onBulk: (action: BulkAction) => void;
}) {
  const tooMany = count > MAX_BULK ? `Select at most ${formatNumber(MAX_BULK)} users.` : null;
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
