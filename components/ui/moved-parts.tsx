import { formatNumber } from "@/lib/format";

/** More than this are counted, and not shown. */
export const MOST_PARTS = 20;

/** What of something is added and what is removed, line by line. */
export function MovedParts({
  added,
  removed,
}: {
  added: readonly string[];
  removed: readonly string[];
}) {
  if (added.length + removed.length === 0) return null;
  return (
    <dl className="grid min-w-0 grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1">
      {added.length > 0 && (
        <>
          <dt className="font-medium text-good">Added</dt>
          <Parts parts={added} />
        </>
      )}
      {removed.length > 0 && (
        <>
          <dt className="font-medium text-bad">Removed</dt>
          <Parts parts={removed} />
        </>
      )}
    </dl>
  );
}

function Parts({ parts }: { parts: readonly string[] }) {
  const more = parts.length - MOST_PARTS;
  return (
    <dd>
      <ul className="[overflow-wrap:anywhere]">
        {parts.slice(0, MOST_PARTS).map((part, index) => (
          <li key={index}>
            <bdi>{part}</bdi>
          </li>
        ))}
        {more > 0 && <li>and {formatNumber(more)} more</li>}
      </ul>
    </dd>
  );
}
