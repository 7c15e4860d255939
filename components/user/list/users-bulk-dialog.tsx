"use client";

import { useId, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  isForeseen,
  planOf,
  planRefusal,
  type BulkAction,
  type BulkPlan,
} from "@/components/bulk/plan";
import { PlanLists, PlanSkeleton } from "@/components/bulk/plan-lists";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/api/api-error";
import { formatCount, formatNumber } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";
import { knownUsers, type KnownUsers } from "@/components/user/known-users";
import { useBulkUsers } from "@/components/user/mutations";
import { bulkPreviewQuery } from "@/components/user/bulk-queries";
import { KnownUser } from "./known-user";
import { BulkOutcome } from "./users-bulk-outcome";

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
  const plan = preview.data && planOf(preview.data, isUnchanged(action, known));
  // Those that are skipped or need no change are not asked about.
  const allowed = plan?.changing.length ?? 0;
  const count = allowed > 0 ? allowed : usernames.length;

  function handleDone(result: BulkResult) {
    onDone();
    // What was skipped was said before; only others need a look.
    if (!isForeseen(plan, result.skipped)) return;
    onClose();
    toast.success(`${countOf(allowed)} ${texts.done}`, {
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
      title={`${texts.verb} ${countOf(count)}?`}
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
  plan: BulkPlan | undefined;
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
  const refusal = planRefusal(plan, texts.done) ?? typedRefusal(word, typed);

  return (
    <form
      className="flex min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (refusal === null && !isPending) onConfirm();
      }}
    >
      <DialogBody className="grid gap-4">
        {plan ? (
          <PlanLists
            plan={plan}
            done={texts.done}
            none="Nobody"
            countOf={countOf}
            name={(username) => <KnownUser username={username} known={known} />}
          />
        ) : (
          <PlanSkeleton />
        )}
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
          {count > 0 ? `${texts.verb} ${countOf(count)}` : texts.verb}
        </Button>
      </DialogFooter>
    </form>
  );
}

function typedRefusal(word: string | null, typed: string): string | null {
  if (word === null || digitsOf(typed) === digitsOf(word)) return null;
  return `Type ${word} to confirm.`;
}

function isUnchanged(action: BulkAction, known: KnownUsers): (username: string) => boolean {
  return (username) =>
    action !== "delete" && known.get(username)?.account_disabled === (action === "disable");
}

/** "9,999" and "9999" are the same number. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function countOf(count: number): string {
  return formatCount(count, "user");
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
    doneTitle: ({ done }) => `${countOf(done.length)} ${texts.done}`,
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
