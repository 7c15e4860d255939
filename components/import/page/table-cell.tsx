import type { ReactNode } from "react";

/** A cell that stays one for screen readers, whatever it is laid out as. */
export function TableCell({ className, children }: { className: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a td is not interactive
    <td role="cell" className={className}>
      {children}
    </td>
  );
}
