import { Ban, Check, CircleAlert, Equal, MailPlus, Pencil, type LucideIcon } from "lucide-react";
import type { RowState } from "@/components/import/foreseen";
import { Badge } from "@/components/ui/badge";

export const rowStateNames: Record<RowState, string> = {
  wrong: "Wrong",
  created: "New",
  invited: "To invite",
  updated: "Changed",
  unchanged: "Same",
  "left-out": "Left out",
};

/** What would become of a row; undefined while that is asked. */
export function RowStateBadge({ state }: { state: RowState | undefined }) {
  if (state === undefined) return <span className="text-ink-3">Checking…</span>;
  const { tone, Icon } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {rowStateNames[state]}
    </Badge>
  );
}

const looks: Record<
  RowState,
  { tone: "neutral" | "accent" | "good" | "warn" | "bad"; Icon: LucideIcon }
> = {
  wrong: { tone: "bad", Icon: CircleAlert },
  created: { tone: "good", Icon: Check },
  invited: { tone: "accent", Icon: MailPlus },
  updated: { tone: "warn", Icon: Pencil },
  unchanged: { tone: "neutral", Icon: Equal },
  "left-out": { tone: "neutral", Icon: Ban },
};
