"use client";

import { useState } from "react";
import { newDraft, type Draft } from "@/components/import/draft";
import type { Sheet } from "@/components/import/parse-sheet";
import { whenMayLeave } from "@/components/ui/use-leave-guard";
import type { DoneRow } from "@/lib/import/schema";
import { DraftSteps } from "./draft-steps";
import { ResultCards } from "./result-cards";
import { SourceCard } from "./source-card";

/** Where one is: without a file, with one, or at the end. */
type Step =
  | { kind: "source" }
  | { kind: "draft"; name: string; draft: Draft }
  | { kind: "done"; done: readonly DoneRow[] };

/** The lazy part of `ImportPage`: a file, what will come of it, and what came of it. */
export function ImportSteps() {
  const [step, setStep] = useState<Step>({ kind: "source" });

  function handleOpen(name: string, sheet: Sheet) {
    setStep({ kind: "draft", name, draft: newDraft(sheet) });
  }
  function handleRestart() {
    whenMayLeave(() => {
      setStep({ kind: "source" });
    });
  }

  if (step.kind === "source") return <SourceCard onOpen={handleOpen} />;
  if (step.kind === "done") return <ResultCards done={step.done} onRestart={handleRestart} />;
  return (
    <DraftSteps
      name={step.name}
      initial={step.draft}
      onRestart={handleRestart}
      onDone={(done) => {
        setStep({ kind: "done", done });
      }}
    />
  );
}
