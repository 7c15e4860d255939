import type { ReactNode } from "react";

/** One thing by which somebody signs in: how it stands, and what can be done with it. */
export function SecurityRow({
  icon,
  title,
  state,
  actions,
}: {
  icon: ReactNode;
  title: string;
  state: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-0 grow basis-72 items-start gap-4">
        <span aria-hidden="true" className="mt-0.5 text-ink-3 [&_svg]:size-5">
          {icon}
        </span>
        <div className="min-w-0">
          <h3 className="font-medium">{title}</h3>
          <div className="text-ink-2">{state}</div>
        </div>
      </div>
      {actions && <div className="flex flex-wrap gap-2 max-sm:ps-9">{actions}</div>}
    </li>
  );
}
