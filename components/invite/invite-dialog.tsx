"use client";

import { useState } from "react";
import { flushSync } from "react-dom";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { useZodForm } from "@/components/form/use-zod-form";
import { serverSettingsQuery } from "@/components/server-settings/queries";
import { Dialog, type LeaveQuestion } from "@/components/ui/dialog";
import { formatCount } from "@/lib/format";
import type { InviteResult } from "@/lib/invite/schema";
import { reasonOf, type PlatformRole } from "@/lib/permissions";
import { canGiveRole } from "@/lib/user/policy";
import { callInvites } from "./calls";
import { inviteBody, type InviteBody } from "./invite-body";
import { InviteCheck } from "./invite-check";
import { inviteForm, type InviteForm } from "./invite-form-schema";
import { InviteFields } from "./invite-fields";
import { InviteLinks } from "./invite-links";
import { useInvite } from "./mutations";
import { parseRows } from "./parse-rows";

const aboutUnsent: LeaveQuestion = {
  question: "Close without inviting anybody?",
  stay: "Go back",
  leave: "Close anyway",
};

/** Asks whom to invite to what, shows what that will do, does it, and shows the links. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const actor = useActor();
  const [checked, setChecked] = useState<{ body: InviteBody; foreseen: InviteResult[] } | null>(
    null,
  );
  const [results, setResults] = useState<readonly InviteResult[] | null>(null);
  const invite = useInvite(setResults);
  const refusalOf = (role: PlatformRole) => reasonOf(canGiveRole(actor, role));
  const [schema] = useState(() => inviteForm(refusalOf));
  const form = useZodForm(schema, {
    defaultValues: {
      way: "text",
      addresses: "",
      file: null,
      platform_role_id: "service-user",
      user_group_ids: [],
    },
  });

  async function handleCheck(values: InviteForm) {
    const rows = values.file ? parseRows(values.file.text, refusalOf).rows : [];
    const body = await inviteBody(values, rows);
    const foreseen = await callInvites("create", { query: { dry_run: "true" }, body });
    setChecked({ body, foreseen });
  }

  if (results) {
    return (
      <Dialog title={resultTitle(results)} onClose={onClose}>
        <InviteLinks rows={results} />
      </Dialog>
    );
  }
  if (checked) {
    return (
      <Dialog
        title="Invite people"
        leaveQuestion={aboutUnsent}
        isLocked={invite.isPending}
        onClose={onClose}
      >
        <InviteCheck
          foreseen={checked.foreseen}
          onInvite={() => invite.mutateAsync(checked.body)}
          onBack={() => {
            flushSync(() => {
              setChecked(null);
            });
            form.setFocus(form.getValues("way") === "text" ? "addresses" : "file");
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title="Invite people" description={<Validity />} onClose={onClose}>
      <InviteFields form={form} refusalOf={refusalOf} onSubmit={handleCheck} />
    </Dialog>
  );
}

function Validity() {
  const { data } = useQuery(serverSettingsQuery());
  const days = data ? ` for ${formatCount(data.entity.invite_days, "day")}` : "";
  return `Everyone gets a link of their own, which is good${days}.`;
}

function resultTitle(results: readonly InviteResult[]): string {
  const invited = results.filter(({ status }) => status !== "user_exists").length;
  return `${formatCount(invited, "person", "people")} invited`;
}
