"use client";

import { useId, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { ApiError } from "@/lib/api/api-error";
import { formatCount, formatNumber } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";
import type { BulkAction } from "@/components/user/bulk";
import { useBulkUsers } from "@/components/user/mutations";
import { bulkPreviewQuery } from "@/components/user/bulk-queries";
import { BulkOutcome, BulkPlan, BulkPlanSkeleton } from "./users-bulk-lists";

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
  /** The action is done; the dialog stays to show how it went. */
  onDone: () => void;
  onClose: () => void;
}) {
  const preview = useQuery(bulkPreviewQuery({ action, usernames }));
  const bulk = useBulkUsers();
  const texts = bulkTexts[action];
  // Those that are skipped are not asked about.
  const allowed = preview.data?.done.length ?? 0;
  const count = allowed > 0 ? allowed : usernames.length;

  if (bulk.data) {
    return (
      <Dialog title={texts.doneTitle(bulk.data)} onClose={onClose} size="md">
        <DialogBody>
          <BulkOutcome result={bulk.data} done={texts.done} />
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
            title="It could not be checked what would be done"
            message={preview.error.message}
            requestId={preview.error instanceof ApiError ? preview.error.requestId : null}
            isRetrying={preview.isFetching}
            onRetry={() => void preview.refetch()}
          />
        </DialogBody>
      ) : (
        <BulkConfirmation
          action={action}
          plan={preview.data}
          isPending={bulk.isPending}
          error={bulk.error?.message ?? null}
          onConfirm={() => {
            bulk.mutate({ action, usernames }, { onSuccess: onDone });
          }}
        />
      )}
    </Dialog>
  );
}

function BulkConfirmation({
  action,
  plan,
  isPending,
  error,
  onConfirm,
}: {
  action: BulkAction;
  plan: BulkResult | undefined;
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const texts = bulkTexts[action];
  const count = plan?.done.length ?? 0;
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
        {plan ? <BulkPlan plan={plan} willBe={texts.willBe} /> : <BulkPlanSkeleton />}
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
  plan: BulkResult | undefined;
  word: string | null;
  typed: string;
}): string | null {
  if (!plan) return "What can be done is still being checked.";
  if (plan.done.length === 0) return `None of them can be ${bulkTexts[action].done}.`;
  if (word === null || digitsOf(typed) === digitsOf(word)) return null;
  return `Type ${word} to confirm.`;
}

/** "9,999" and "9999" are the same number. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

interface BulkTexts {
  verb: string;
  done: string;
  willBe: string;
  consequence: string;
  doneTitle: (result: BulkResult) => string;
}

function textsOf(texts: Omit<BulkTexts, "doneTitle" | "willBe">): BulkTexts {
  return {
    ...texts,
    willBe: `will be ${texts.done}`,
    doneTitle: ({ done }) => `${formatCount(done.length, "user")} ${texts.done}`,
  };
}

const bulkTexts: Record<BulkAction, BulkTexts> = {
  enable: textsOf({ verb: "Enable", done: "enabled", consequence: "They can sign in again." }),
  disable: textsOf({
    verb: "Disable",
    done: "disabled",
    consequence: "They are signed out at once and cannot sign in until they are enabled again.",
  }),
  delete: textsOf({
    verb: "Delete",
    done: "deleted",
    consequence:
      "Their sessions, API tokens, group memberships and settings go with them, for good.",
  }),
};
