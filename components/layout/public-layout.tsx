import type { ReactNode } from "react";
import { ProductName } from "./product-mark";
import { SkipLink } from "./skip-link";

/** The frame of pages without the shell: the mark, one card, and a line below it. */
export function PublicLayout({
  title,
  description,
  footer,
  children,
}: {
  title: string;
  description?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-[min(12vh,6rem)]">
      <SkipLink />
      <header className="mb-6">
        <ProductName />
      </header>
      <main
        id="main"
        tabIndex={-1}
        data-programmatic-focus
        className="w-full max-w-[25rem] sm:rounded-xl sm:border sm:border-line sm:bg-surface sm:p-7 sm:shadow-control"
      >
        <h1 className="text-xl font-semibold">{title}</h1>
        {description && <div className="mt-1 text-ink-3">{description}</div>}
        <div className="mt-5">{children}</div>
      </main>
      {footer && <footer className="mt-6 text-center text-sm text-ink-3">{footer}</footer>}
    </div>
  );
}
