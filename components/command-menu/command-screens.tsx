import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import type { CommandGroup } from "./command";

/** Below the list: what could not be searched; without a list, what still is, or that nothing fits. */
export function CommandScreens({
  groups,
  isEmpty,
  text,
}: {
  groups: readonly CommandGroup[];
  isEmpty: boolean;
  text: string;
}) {
  const searches = groups.filter((group) => group.search);
  const pending = isEmpty ? searches.filter(({ search }) => search?.isPending) : [];
  const failed = searches.flatMap(({ label, search }) =>
    search?.error ? [{ label, ...search.error }] : [],
  );
  const isNoMatch = isEmpty && pending.length === 0 && failed.length === 0;
  return (
    <>
      {failed.map(({ label, message, onRetry }) => (
        <Callout
          key={label}
          tone="danger"
          role="alert"
          title={`${label} could not be searched`}
          className="mx-3 mb-3 first:mt-3"
        >
          <p className="mb-2">{message}</p>
          <Button size="sm" icon={<RotateCw />} onClick={onRetry}>
            Try again
          </Button>
        </Callout>
      ))}
      <div role="status">
        {pending.map(({ label }) => (
          <p key={label} className="flex items-center gap-2.5 px-4 pb-3 text-ink-3 first:pt-3">
            <span className="grid w-6 place-items-center">
              <Spinner />
            </span>
            Searching {label.toLowerCase()}…
          </p>
        ))}
        {isNoMatch && (
          <p className="px-4 py-8 text-center [overflow-wrap:anywhere] text-ink-3">
            Nothing matches “{text.trim()}”.
          </p>
        )}
      </div>
    </>
  );
}
