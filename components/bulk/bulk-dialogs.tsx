"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { formatNumber } from "@/lib/format";
import { planRefusal, type BulkPlan, type Skipped } from "./plan";
import { PlanLists, PlanSkeleton, SkippedLists } from "./plan-lists";

/** From here on what is final asks for the number to be typed. */
const MANY = 10;

/** What a bulk action is about: client configs, invites. */
export interface BulkNoun {
  countOf: (count: number) => string;
  /** "No invite" */
  none: string;
}

export interface BulkTexts {
  /** "Delete", before what is counted. */
  question: string;
  verb: string;
  /** "deleted" */
  done: string;
  consequence: string;
  /** Asked for as what is dangerous. */
  isDanger?: boolean;
  /** Nothing brings it back. */
  isFinal?: boolean;
}

interface BulkWords {
  texts: BulkTexts;
  noun: BulkNoun;
  name: (id: string) => ReactNode;
}

/** Says what would be done and what not, and why, and asks for it. */
export function BulkConfirmDialog({
  texts,
  noun,
  name,
  chosen,
  preview,
  plan,
  bulk,
  onConfirm,
  onClose,
}: BulkWords & {
  /** How many were selected. */
  chosen: number;
  preview: { error: Error | null };
  plan: BulkPlan | undefined;
  bulk: { isPending: boolean; error: Error | null };
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { question, verb, done, consequence, isDanger = false, isFinal = false } = texts;
  const count = plan?.changing.length ?? 0;
  return (
    <ConfirmDialog
      title={`${question} ${noun.countOf(count === 0 ? chosen : count)}?`}
      confirmLabel={count === 0 ? verb : `${question} ${noun.countOf(count)}`}
      tone={isDanger ? "danger" : "primary"}
      size="md"
      {...(isFinal && count >= MANY && { typeToConfirm: String(count) })}
      isPending={bulk.isPending}
      disabledReason={
        preview.error ? "What will change could not be checked." : planRefusal(plan, done)
      }
      error={bulk.error?.message ?? preview.error?.message ?? null}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{consequence}</p>
      {plan ? (
        <PlanLists plan={plan} done={done} none={noun.none} countOf={noun.countOf} name={name} />
      ) : (
        <PlanSkeleton />
      )}
    </ConfirmDialog>
  );
}

/** What was skipped, and why. */
export function BulkSkippedDialog({
  texts,
  noun,
  name,
  changed,
  skipped,
  onClose,
}: BulkWords & { changed: number; skipped: readonly Skipped[]; onClose: () => void }) {
  return (
    <Dialog title={`${noun.countOf(changed)} ${texts.done}`} onClose={onClose}>
      <DialogBody>
        <SkippedLists skipped={skipped} countOf={noun.countOf} name={name} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" data-autofocus onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** For a bulk action of which nothing needs a look. */
export function toastBulk(
  { texts, noun }: Pick<BulkWords, "texts" | "noun">,
  { changed, skipped }: { changed: number; skipped: readonly Skipped[] },
): void {
  toast.success(`${noun.countOf(changed)} ${texts.done}`, {
    description: skipped.length > 0 && `${formatNumber(skipped.length)} skipped.`,
  });
}
