"use client";

import { useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  BulkConfirmDialog,
  BulkSkippedDialog,
  toastBulk,
  type BulkNoun,
  type BulkTexts,
} from "@/components/bulk/bulk-dialogs";
import { isForeseen, planOf, type BulkAction } from "@/components/bulk/plan";
import { formatCount } from "@/lib/format";
import type { BulkResult } from "@/lib/user/schema";
import { configBulkPreviewQuery } from "./bulk";
import { KnownConfig } from "./known-config";
import { knownConfigs, type KnownConfigs } from "./known-configs";
import { useBulkConfigs } from "./mutations";

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
  const words = {
    texts: bulkTexts[action],
    noun,
    name: (id: string) => <KnownConfig id={id} known={known} />,
  };
  const plan = preview.data && planOf(preview.data, isUnchanged(action, known));

  function handleDone({ client_configs: changed, skipped }: BulkResult) {
    onDone();
    // What was skipped was said before; only the rest needs a look.
    if (!isForeseen(plan, skipped)) return;
    onClose();
    toastBulk(words, { changed, skipped });
  }

  if (bulk.data) {
    const { client_configs: changed, skipped } = bulk.data;
    return <BulkSkippedDialog {...words} changed={changed} skipped={skipped} onClose={onClose} />;
  }
  return (
    <BulkConfirmDialog
      {...words}
      chosen={ids.length}
      preview={preview}
      plan={plan}
      bulk={bulk}
      onConfirm={() => {
        bulk.mutate({ action, ids }, { onSuccess: handleDone });
      }}
      onClose={onClose}
    />
  );
}

function isUnchanged(action: BulkAction, known: KnownConfigs): (id: string) => boolean {
  return (id) => action !== "delete" && known.get(id)?.enabled === (action === "enable");
}

const noun: BulkNoun = {
  countOf: (count) => formatCount(count, "client config"),
  none: "No client config",
};

const bulkTexts: Record<BulkAction, BulkTexts> = {
  enable: {
    question: "Enable",
    verb: "Enable",
    done: "enabled",
    consequence: "Their devices can connect again.",
  },
  disable: {
    question: "Disable",
    verb: "Disable",
    done: "disabled",
    consequence: "Their devices cannot connect until they are enabled again.",
    isDanger: true,
  },
  delete: {
    question: "Delete",
    verb: "Delete",
    done: "deleted",
    consequence:
      "Their devices cannot connect with them any more, and their addresses are free for others.",
    isDanger: true,
    isFinal: true,
  },
};
