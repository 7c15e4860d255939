"use client";

import { useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { formatCount, formatNumber } from "@/lib/format";
import { configBulkPreviewQuery, type ConfigBulkAction } from "./bulk";
import { ConfigNames, PlanSkeleton, SkippedConfigs } from "./bulk-lists";
import { bulkPlan, type BulkPlan } from "./bulk-plan";
import { knownConfigs, type KnownConfigs } from "./known-configs";
import { useBulkConfigs } from "./mutations";

/** From here on deleting asks for the number to be typed. */
const MANY = 10;

/** Says what would be done and what not, and why; does it, and says what went otherwise. */
export function ConfigsBulkDialog({
  action,
  ids,
  onDone,
  onClose,
}: {
  action: ConfigBulkAction;
  ids: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [known] = useState(() => knownConfigs(client));
  const preview = useQuery(configBulkPreviewQuery({ action, ids }));
  const bulk = useBulkConfigs();
  const texts = bulkTexts[action];
  const plan = preview.data && bulkPlan(action, preview.data, known);
  const count = plan?.changing.length ?? 0;
  const label = count === 0 ? texts.verb : `${texts.verb} ${countOf(count)}`;

  function handleConfirm() {
    bulk.mutate(
      { action, ids },
      {
        onSuccess: ({ skipped, client_configs: changed }) => {
          onDone();
          // What was skipped was said before; only the rest needs a look.
          const foreseen = new Set(plan?.skipped.map(({ id }) => id));
          if (!skipped.every(({ id }) => foreseen.has(id))) return;
          onClose();
          toast.success(`${countOf(changed)} ${texts.done}`, {
            description: skipped.length > 0 && `${formatNumber(skipped.length)} skipped.`,
          });
        },
      },
    );
  }

  if (bulk.data) {
    return (
      <Dialog title={`${countOf(bulk.data.client_configs)} ${texts.done}`} onClose={onClose}>
        <DialogBody>
          <SkippedConfigs skipped={bulk.data.skipped} known={known} />
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
    <ConfirmDialog
      title={`${texts.verb} ${countOf(count === 0 ? ids.length : count)}?`}
      confirmLabel={label}
      tone={action === "enable" ? "primary" : "danger"}
      size="md"
      {...(action === "delete" && count >= MANY && { typeToConfirm: String(count) })}
      isPending={bulk.isPending}
      disabledReason={refusalOf(action, plan, preview.error)}
      error={bulk.error?.message ?? preview.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>{texts.consequence}</p>
      {plan ? <Plan plan={plan} known={known} done={texts.done} /> : <PlanSkeleton />}
    </ConfirmDialog>
  );
}

function Plan({ plan, known, done }: { plan: BulkPlan; known: KnownConfigs; done: string }) {
  return (
    <div className="grid gap-4 text-ink">
      <ConfigNames
        heading={`${plan.changing.length === 0 ? "No client config" : countOf(plan.changing.length)} will be ${done}`}
        ids={plan.changing}
        known={known}
      />
      {plan.unchanged.length > 0 && (
        <ConfigNames
          heading={`${countOf(plan.unchanged.length)} already ${done}`}
          ids={plan.unchanged}
          known={known}
        />
      )}
      <SkippedConfigs skipped={plan.skipped} known={known} />
    </div>
  );
}

function refusalOf(
  action: ConfigBulkAction,
  plan: BulkPlan | undefined,
  error: Error | null,
): string | null {
  if (error) return "What will change could not be checked.";
  if (!plan) return "Still checking what can be done.";
  if (plan.changing.length > 0) return null;
  const { done } = bulkTexts[action];
  return plan.unchanged.length > 0 ? `They are already ${done}.` : `None of them can be ${done}.`;
}

function countOf(count: number): string {
  return formatCount(count, "client config");
}

const bulkTexts: Record<ConfigBulkAction, { verb: string; done: string; consequence: string }> = {
  enable: { verb: "Enable", done: "enabled", consequence: "Their devices can connect again." },
  disable: {
    verb: "Disable",
    done: "disabled",
    consequence: "Their devices cannot connect until they are enabled again.",
  },
  delete: {
    verb: "Delete",
    done: "deleted",
    consequence:
      "Their devices cannot connect with them any more, and their addresses are free for others.",
  },
};
