"use client";

import { useRef } from "react";
import Link from "next/link";
import type { ListQuery } from "@/components/data-table/list-query";
import { TableError } from "@/components/data-table/table-screens";
import { peopleIn, withLeftOut, type Draft } from "@/components/import/draft";
import { doneCount, stateOf, type Counts, type Foreseen } from "@/components/import/foreseen";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { ApiError } from "@/lib/api/api-error";
import { formatCount, formatList } from "@/lib/format";
import { paths } from "@/lib/paths";
import { countLines } from "./count-lines";
import { PreviewRows } from "./preview-rows";

export type ChangeDraft = (change: (before: Draft) => Draft) => void;

/** What would come of each row, and the button that does it. */
export function PreviewCard({
  draft,
  query,
  foreseen,
  counts,
  isRunning,
  error,
  onChange,
  onImport,
}: {
  draft: Draft;
  query: ListQuery;
  /** Undefined until the server has said it. */
  foreseen: Foreseen | undefined;
  counts: Counts | undefined;
  isRunning: boolean;
  error: Error | null;
  onChange: ChangeDraft;
  onImport: () => void;
}) {
  const importRef = useRef<HTMLButtonElement>(null);
  const isChecking = query.isFetching && !isRunning;
  const wrong = counts?.wrong ?? 0;
  const people = formatCount(counts ? doneCount(counts) : 0, "person", "people");
  const refusal = counts && refusalOf(counts, isChecking);

  function handleLeaveOut() {
    // The button goes.
    importRef.current?.focus();
    onChange((before) => withLeftOut(before, foreseen ? wrongLines(before, foreseen) : [], true));
  }

  return (
    <CardSection
      title="Preview"
      description="Nothing is done yet. Cells can be changed here; the file stays as it is."
      footer={
        counts && (
          <>
            <p role="status" className="me-auto flex items-center gap-2 text-ink-2">
              {(isChecking || isRunning) && <Spinner />}
              {isRunning && `Importing ${people}. Keep this page open until it is done.`}
              {isChecking && "Checking…"}
              {!isRunning && !isChecking && summaryOf(counts)}
            </p>
            {wrong > 0 && !isRunning && (
              <Button onClick={handleLeaveOut}>
                {wrong === 1
                  ? "Leave out the wrong row"
                  : `Leave out ${formatCount(wrong, "wrong row")}`}
              </Button>
            )}
            <Button
              ref={importRef}
              variant="primary"
              isPending={isRunning}
              disabledReason={isRunning ? null : refusal}
              onClick={onImport}
            >
              Import {people}
            </Button>
          </>
        )
      }
    >
      {query.error && !foreseen && <TableError error={query.error} query={query} />}
      {!query.error && !foreseen && <Skeleton className="h-64 w-full" />}
      {foreseen && (
        <div inert={isRunning}>
          <PreviewRows key={draft.layout} draft={draft} foreseen={foreseen} onChange={onChange} />
        </div>
      )}
      {error && <Failure error={error} />}
    </CardSection>
  );
}

function Failure({ error }: { error: Error }) {
  const isUnknown = error instanceof ApiError && withoutAnswer.includes(error.status);
  return (
    <Callout
      tone="danger"
      role="alert"
      title={isUnknown ? "The answer did not arrive" : "Nothing was imported"}
      className="mt-4"
    >
      {error.message}
      {isUnknown && (
        <>
          {" "}
          Look into the{" "}
          <Link href={paths.audit} className="underline">
            audit log
          </Link>{" "}
          whether the import was done before you try again.
        </>
      )}
    </Callout>
  );
}

/** No answer, or one of a proxy in front of the server. */
const withoutAnswer = [0, 502, 504];

function wrongLines(draft: Draft, foreseen: Foreseen): number[] {
  return peopleIn(draft).flatMap(({ line }) =>
    stateOf(draft, foreseen, line) === "wrong" ? [line] : [],
  );
}

function summaryOf(counts: Counts): string {
  const lines = countLines(counts);
  return lines.length > 0 ? `${formatList(lines)}.` : "";
}

function refusalOf(counts: Counts, isChecking: boolean): string | null {
  if (isChecking) return "The rows are still being checked.";
  if (counts.wrong === 1) return "1 row is wrong. Mend it or leave it out.";
  if (counts.wrong > 1) {
    return `${formatCount(counts.wrong, "row")} are wrong. Mend them or leave them out.`;
  }
  return doneCount(counts) === 0 ? "There is nothing to change." : null;
}
