import { Name } from "@/components/ui/name";
import type { Access } from "@/lib/access/schema";
import { formatNumber } from "@/lib/format";
import type { Thing } from "./picture-things";
import { linesOfThing, nameOfThing } from "./picture-words";

const MOST = 3;

/** Why the thing is there that is pointed at. Of one height, whatever it says, so that nothing below moves. */
export function PictureReasons({ thing, access }: { thing: Thing | null; access: Access }) {
  const lines = thing ? linesOfThing(thing, access) : [];
  const rest = lines.length - MOST;
  return (
    // What is focused says the same in its description.
    <div aria-hidden="true" className="mt-4 h-24 overflow-hidden border-t border-line pt-3 text-sm">
      {thing === null ? (
        <p className="text-ink-3">
          Point at something, or go from one to the next with the arrow keys, to see the ways
          through it.
        </p>
      ) : (
        <>
          <p className="line-clamp-1 font-medium">
            <Name>{nameOfThing(thing)}</Name>
          </p>
          <ul className="text-ink-2">
            {lines.slice(0, MOST).map((line, index) => (
              <li key={line} className="flex gap-2">
                <span className="truncate">{line}</span>
                {index === MOST - 1 && rest > 0 && (
                  <span className="shrink-0 text-ink-3">+{formatNumber(rest)} more</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
