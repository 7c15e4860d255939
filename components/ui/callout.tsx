import type { ReactNode } from "react";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { cn } from "@/lib/cn";

const tones = {
  info: { box: "bg-sunken border-line-strong", icon: "text-ink-2", Icon: Info, word: "Note" },
  warn: {
    box: "bg-warn-soft border-warn/40",
    icon: "text-warn",
    Icon: TriangleAlert,
    word: "Warning",
  },
  danger: { box: "bg-bad-soft border-bad/40", icon: "text-bad", Icon: CircleAlert, word: "Error" },
} as const;

/** A message that belongs to its place on the page. `role="alert"` for what appears after an action. */
export function Callout({
  tone = "info",
  title,
  role,
  className,
  action,
  children,
}: {
  tone?: keyof typeof tones;
  title?: string;
  role?: "alert" | "status" | "note";
  className?: string;
  /** A button: beside the words, or below them where there is no room. */
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { box, icon, Icon, word } = tones[tone];
  return (
    <div role={role} className={cn("flex gap-3 rounded-lg border p-3", box, className)}>
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", icon)} />
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <span className="sr-only">{word}: </span>
          {title && <p className="font-medium">{title}</p>}
          {children && <div className={cn(title && "mt-0.5 text-ink-2")}>{children}</div>}
        </div>
        {action}
      </div>
    </div>
  );
}
