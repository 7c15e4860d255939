"use client";

import { useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { isForeseen, planOf, planRefusal, type BulkAction } from "@/components/bulk/plan";
import { PlanLists, PlanSkeleton, SkippedLists } from "@/components/bulk/plan-lists";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { formatCount, formatNumber } from "@/lib/format";
import { configBulkPreviewQuery } from "./bulk";
import { KnownConfig } from "./known-config";
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
  action: BulkAction;
  ids: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [known] = useState(() => knownConfigs(client));
  const preview = useQuery(configBulkPreviewQuery({ action, ids }));
  const bulk = useBulkConfigs();
  const texts = bulkTexts[action];
  const plan = preview.data && planOf(preview.data, isUnchanged(action, known));
  const count = plan?.changing.length ?? 0;
  const name = (id: string) => <KnownConfig id={id} known={known} />;
  const label = count === 0 ? texts.verb : `${texts.verb} ${countOf(count)}`;

  function handleConfirm() {
    bulk.mutate(
      { action, ids },
      {
        onSuccess: ({ skipped, client_configs: changed }) => {
          onDone();
          // What was skipped was said before; only the rest needs a look.
          if (!isForeseen(plan, skipped)) return;
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
          <SkippedLists skipped={bulk.data.skipped} countOf={countOf} name={name} />
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
      disabledReason={
        preview.error ? "What will change could not be checked." : planRefusal(plan, texts.done)
      }
      error={bulk.error?.message ?? preview.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>{texts.consequence}</p>
      {plan ? (
        <PlanLists
          plan={plan}
          done={texts.done}
          none="No client config"
          countOf={countOf}
          name={name}
        />
      ) : (
        <PlanSkeleton />
      )}
    </ConfirmDialog>
  );
}

function isUnchanged(action: BulkAction, known: KnownConfigs): (id: string) => boolean {
  return (id) => action !== "delete" && known.get(id)?.enabled === (action === "enable");
}

function countOf(count: number): string {
  return formatCount(count, "client config");
}

const bulkTexts: Record<BulkAction, { verb: string; done: string; consequence: string }> = {
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
