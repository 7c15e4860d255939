"use client";

import { useId, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { columnsIn, peopleIn, type Draft } from "@/components/import/draft";
import { countStates } from "@/components/import/foreseen";
import { useImportUsers } from "@/components/import/mutations";
import { foreseenQuery } from "@/components/import/queries";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { Name } from "@/components/ui/name";
import { formatCount } from "@/lib/format";
import type { DoneRow } from "@/lib/import/schema";
import { ColumnsCard } from "./columns-card";
import { ImportConfirmDialog } from "./import-confirm-dialog";
import { LeaveGuard, type LeaveWords } from "./leave-guard";
import { ModeCard } from "./mode-card";
import { PreviewCard } from "./preview-card";

/** A file that was opened: its columns, what becomes of new people, and each row before it is imported. */
export function DraftSteps({
  name,
  initial,
  onRestart,
  onDone,
}: {
  name: string;
  initial: Draft;
  onRestart: () => void;
  onDone: (done: readonly DoneRow[]) => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState(initial);
  const [isAsking, setIsAsking] = useState(false);
  const query = useQuery(foreseenQuery(id, draft));
  const run = useImportUsers(onDone);
  const foreseen = query.data?.layout === draft.layout ? query.data : undefined;
  const counts = foreseen && countStates(draft, foreseen);

  function start() {
    setIsAsking(false);
    run.mutate(draft, { onError: () => void query.refetch() });
  }
  function handleImport() {
    if (counts && counts.updated > 0) setIsAsking(true);
    else start();
  }

  return (
    <div className="grid gap-4">
      <LeaveGuard words={wordsFor({ isRunning: run.isPending, isEdited: draft.isEdited })} />
      {/* What is being imported is not changed any more. */}
      <div inert={run.isPending} className="grid gap-4">
        <Card className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3">
          <FileText aria-hidden="true" className="size-4 text-ink-3" />
          <p
            tabIndex={-1}
            ref={focusAtOnce}
            data-programmatic-focus
            className="min-w-0 grow basis-40 [overflow-wrap:anywhere]"
          >
            <Name className="font-medium">{name}</Name>{" "}
            <span className="text-ink-3">{formatCount(peopleIn(draft).length, "row")}</span>
          </p>
          <Button onClick={onRestart}>Choose another file</Button>
        </Card>
        <ColumnsCard draft={draft} onChange={setDraft} />
        <ModeCard draft={draft} onChange={setDraft} />
      </div>
      {columnsIn(draft).includes("username") && (
        <PreviewCard
          draft={draft}
          query={query}
          foreseen={foreseen}
          counts={counts}
          isRunning={run.isPending}
          error={run.error}
          onChange={setDraft}
          onImport={handleImport}
        />
      )}
      {isAsking && counts && (
        <ImportConfirmDialog
          counts={counts}
          onConfirm={start}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </div>
  );
}

function wordsFor({
  isRunning,
  isEdited,
}: {
  isRunning: boolean;
  isEdited: boolean;
}): LeaveWords | null {
  if (isRunning) return aboutRunning;
  return isEdited ? aboutEdits : null;
}

const aboutRunning: LeaveWords = {
  title: "Leave while the import runs?",
  text: "The server goes on with it, but the passwords that it makes are shown nowhere else.",
  stay: "Stay",
  leave: "Leave anyway",
};

const aboutEdits: LeaveWords = {
  title: "Leave without importing?",
  text: "What you mended and left out on this page is lost. The file is as it was.",
  stay: "Stay",
  leave: "Discard my changes",
};
