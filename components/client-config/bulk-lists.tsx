"use client";

import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount, formatNumber } from "@/lib/format";
import { byReason, type Skipped } from "./bulk-plan";
import { isNamed, nameOf } from "./config-words";
import type { KnownConfigs } from "./known-configs";

const SOME = 100;

/** Client configs by device and id, with whose they are. */
export function ConfigNames({
  heading,
  note,
  ids,
  known,
}: {
  heading: string;
  note?: string;
  ids: readonly string[];
  known: KnownConfigs;
}) {
  return (
    <section>
      <h3 className="font-medium">{heading}</h3>
      {note && <p className="text-sm text-ink-3">{note}</p>}
      {ids.length > 0 && (
        <div
          role="region"
          aria-label={heading}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
          tabIndex={0}
          className="mt-2 max-h-40 overflow-y-auto rounded-lg border border-line bg-surface py-1"
        >
          <ul>
            {ids.slice(0, SOME).map((id) => (
              <li key={id} className="px-3 py-1 [overflow-wrap:anywhere]">
                <Which id={id} known={known} />
              </li>
            ))}
            {ids.length > SOME && (
              <li className="px-3 py-1 text-ink-3">and {formatNumber(ids.length - SOME)} more</li>
            )}
          </ul>
        </div>
      )}
    </section>
  );
}

/** What is not done, with the reasons. */
export function SkippedConfigs({
  skipped,
  known,
}: {
  skipped: readonly Skipped[];
  known: KnownConfigs;
}) {
  return byReason(skipped).map(([reason, ids]) => (
    <ConfigNames
      key={reason}
      heading={`${formatCount(ids.length, "client config")} skipped`}
      note={reason}
      ids={ids}
      known={known}
    />
  ));
}

function Which({ id, known }: { id: string; known: KnownConfigs }) {
  const config = known.get(id);
  if (!config) return <Name>{id}</Name>;
  const details = [...(isNamed(config) ? [id] : []), ...(config.ownerid ? [config.ownerid] : [])];
  return (
    <>
      <Name>{nameOf(config)}</Name>{" "}
      {details.map((detail) => (
        <span key={detail} className="me-2 text-sm text-ink-3">
          <Name>{detail}</Name>
        </span>
      ))}
    </>
  );
}

export function PlanSkeleton() {
  return (
    <div aria-busy="true">
      <span role="status" className="sr-only">
        Checking what can be done
      </span>
      <Skeleton className="w-48" />
      <div className="mt-2 grid gap-1 rounded-lg border border-line p-3">
        <Skeleton className="w-40" />
        <Skeleton className="w-52" />
      </div>
    </div>
  );
}
