"use client";

import { useId, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/api/api-error";
import { formatCount, formatNumber } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";
import type { BulkAction } from "@/components/user/bulk";
import { knownUsers, type KnownUsers } from "@/components/user/known-users";
import { useBulkUsers } from "@/components/user/mutations";
import { bulkPreviewQuery } from "@/components/user/bulk-queries";
import { BulkOutcome, BulkPlan, BulkPlanSkeleton, type Plan } from "./users-bulk-lists";

/** From here on deleting asks for the number to be typed. */
const MANY = 10;

/** Says what would be done and what not, does it, and says what was done. */
export function UsersBulkDialog({
  action,
  usernames,
  onDone,
  onClose,
}: {
  action: BulkAction;
  usernames: readonly string[];
  /** The action is done; the dialog stays only where somebody was skipped unforeseen. */
  onDone: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [known] = useState(() => knownUsers(client));
  const preview = useQuery(bulkPreviewQuery({ action, usernames }));
  const bulk = useBulkUsers();
  const texts = bulkTexts[action];
  const plan = preview.data && planOf(action, preview.data, known);
  // Those that are skipped or need no change are not asked about.
  const allowed = plan?.changing.length ?? 0;
  const count = allowed > 0 ? allowed : usernames.length;

  function handleDone(result: BulkResult) {
    onDone();
    // What was skipped was said before; only others need a look.
    const foreseen = new Set(plan?.skipped.map(({ id }) => id));
    if (!result.skipped.every(({ id }) => foreseen.has(id))) return;
    onClose();
    toast.success(`${formatCount(allowed, "user")} ${texts.done}`, {
      description: result.skipped.length > 0 && `${formatNumber(result.skipped.length)} skipped.`,
    });
  }

  if (bulk.data) {
    return (
      <Dialog title={texts.doneTitle(bulk.data)} onClose={onClose} size="md">
        <DialogBody>
          <BulkOutcome result={bulk.data} done={texts.done} known={known} />
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" data-autofocus onClick={onClose}>
            Close
          </Button>
        </DialogFooter>
      </Dialog>
    );
  }

  return (
    <Dialog
      role="alertdialog"
      title={`${texts.verb} ${formatCount(count, "user")}?`}
      description={texts.consequence}
      onClose={onClose}
      isLocked={bulk.isPending}
    >
      {preview.error ? (
        <DialogBody>
          <ErrorState
            title="Could not check what will change"
            message={preview.error.message}
            requestId={preview.error instanceof ApiError ? preview.error.requestId : null}
            isRetrying={preview.isFetching}
            onRetry={() => void preview.refetch()}
          />
        </DialogBody>
      ) : (
        <BulkConfirmation
          action={action}
          plan={plan}
          known={known}
          isPending={bulk.isPending}
          error={bulk.error?.message ?? null}
          onConfirm={() => {
            bulk.mutate({ action, usernames }, { onSuccess: handleDone });
          }}
        />
      )}
    </Dialog>
  );
}

function BulkConfirmation({
  action,
  plan,
  known,
  isPending,
  error,
  onConfirm,
}: {
  action: BulkAction;
  plan: Plan | undefined;
  known: KnownUsers;
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const texts = bulkTexts[action];
  const count = plan?.changing.length ?? 0;
  const word = action === "delete" && count >= MANY ? formatNumber(count) : null;
  const refusal = refusalOf({ action, plan, word, typed });

  return (
    <form
      className="flex min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (refusal === null && !isPending) onConfirm();
      }}
    >
      <DialogBody className="grid gap-4">
        {plan ? <BulkPlan plan={plan} known={known} done={texts.done} /> : <BulkPlanSkeleton />}
        {word !== null && (
          <div className="grid gap-1.5">
            <label htmlFor={id}>
              Type <strong className="font-semibold">{word}</strong> to delete that many users for
              good
            </label>
            <Input
              id={id}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
              }}
            />
          </div>
        )}
        {error !== null && (
          <Callout tone="danger" role="alert" title="Nothing was changed">
            {error}
          </Callout>
        )}
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
        <Button
          type="submit"
          variant={action === "enable" ? "primary" : "danger"}
          isPending={isPending}
          disabledReason={refusal}
        >
          {count > 0 ? `${texts.verb} ${formatCount(count, "user")}` : texts.verb}
        </Button>
      </DialogFooter>
    </form>
  );
}

function refusalOf({
  action,
  plan,
  word,
  typed,
}: {
  action: BulkAction;
  plan: Plan | undefined;
  word: string | null;
  typed: string;
}): string | null {
  if (!plan) return "Still checking what can be done.";
  if (plan.changing.length === 0) {
    const { done } = bulkTexts[action];
    return plan.unchanged.length > 0 ? `They are already ${done}.` : `None of them can be ${done}.`;
  }
  if (word === null || digitsOf(typed) === digitsOf(word)) return null;
  return `Type ${word} to confirm.`;
}

/** What would be done, without those who are already as they are to be. */
function planOf(action: BulkAction, { done, skipped }: BulkResult, known: KnownUsers): Plan {
  const isUnchanged = (username: string) =>
    action !== "delete" && known.get(username)?.account_disabled === (action === "disable");
  return {
    changing: done.filter((username) => !isUnchanged(username)),
    unchanged: done.filter(isUnchanged),
    skipped,
  };
}

/** "9,999" and "9999" are the same number. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

interface BulkTexts {
  verb: string;
  done: string;
  consequence: string;
  doneTitle: (result: BulkResult) => string;
}

function textsOf(texts: Omit<BulkTexts, "doneTitle">): BulkTexts {
  return {
    ...texts,
    doneTitle: ({ done }) => `${formatCount(done.length, "user")} ${texts.done}`,
  };
}

const bulkTexts: Record<BulkAction, BulkTexts> = {
  enable: textsOf({ verb: "Enable", done: "enabled", consequence: "They can sign in again." }),
  disable: textsOf({
    verb: "Disable",
    done: "disabled",
    consequence: "They are signed out immediately and cannot sign in until they are enabled again.",
  }),
  delete: textsOf({
    verb: "Delete",
    done: "deleted",
    consequence:
      "They are permanently deleted, with their sessions, API tokens, group memberships and settings.",
  }),
};
