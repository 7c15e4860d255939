import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Terms and what holds for them, one line each. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="-my-2 divide-y divide-line">
      {facts.map(({ term, value }) => (
        <div key={term} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2">
          <dt className="text-ink-3">{term}</dt>
          <dd className="ms-auto min-w-0 text-end [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
