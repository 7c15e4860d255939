import type { ReactNode } from "react";
import Link from "next/link";
import { ChevronRight } from "lucide-react";

export interface Breadcrumb {
  href: string;
  label: string;
}

/** The head of a page: where one is, its name, a sentence or facts, and what can be done here. */
export function PageHeader({
  title,
  description,
  facts,
  breadcrumbs,
  leading,
  badges,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  /** In the place of a description, what identifies the thing: on a phone it comes before what can be done. */
  facts?: ReactNode;
  /** The pages above this one; the page itself is not in it. */
  breadcrumbs?: readonly Breadcrumb[];
  /** An avatar or icon before the title. */
  leading?: ReactNode;
  /** State beside the title. */
  badges?: ReactNode;
  actions?: ReactNode;
}) {
  const text = description && <div className="mt-0.5 text-ink-3">{description}</div>;
  return (
    <div className="mb-4">
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 items-start gap-3 @min-[40rem]/shell:items-center @min-[40rem]/shell:gap-4">
          {leading}
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="min-w-0 text-2xl font-semibold [overflow-wrap:anywhere]">{title}</h1>
              {badges}
            </div>
            {leading && text}
          </div>
        </div>
        {facts && (
          <div className="-mt-2.5 basis-full text-ink-3 @min-[40rem]/shell:order-last">{facts}</div>
        )}
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {!leading && text}
    </div>
  );
}

function Breadcrumbs({ items }: { items: readonly Breadcrumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-2">
      <ol className="flex flex-wrap items-center gap-1 text-ink-3">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-1">
            <Link href={item.href} className="rounded-sm py-0.5 hover:text-ink hover:underline">
              {item.label}
            </Link>
            {index < items.length - 1 && <ChevronRight aria-hidden="true" className="size-3.5" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}
