"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { LongList } from "@/components/bulk/long-list";
import { PlanSkeleton } from "@/components/bulk/plan-lists";
import { BeforeAndNow } from "@/components/form/form-conflict";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { formatCount, formatNumber } from "@/lib/format";
import type { SettingsPreview } from "@/lib/server-settings/schema";
import { consequenceOf, editableSettings, type EditedSettings } from "./editable-settings";
import { settingsPreviewQuery } from "./queries";
import { settingWords } from "./words";

/** What is about to change, what that means and for whom, before it is saved. */
export function ServerSettingsReviewDialog({
  before,
  change,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  before: EditedSettings;
  change: Partial<EditedSettings>;
  isPending: boolean;
  error: string | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  // Only these decide who gets in.
  const isAsked = change.basic_auth !== undefined || change.mfa_enforced !== undefined;
  const preview = useQuery({ ...settingsPreviewQuery(change), enabled: isAsked });
  const lockedOut = preview.data?.locked_out.total ?? 0;
  return (
    <ConfirmDialog
      title="Change the server settings?"
      confirmLabel={
        lockedOut === 0
          ? "Save changes"
          : `Save changes and lock out ${formatCount(lockedOut, "person", "people")}`
      }
      tone={lockedOut === 0 ? "primary" : "danger"}
      mayTurnDangerous={isAsked}
      size="md"
      isPending={isPending}
      disabledReason={isAsked ? refusalOf(preview) : null}
      error={error ?? preview.error?.message ?? null}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>This applies to everyone immediately.</p>
      <ul className="divide-y divide-line border-y border-line">
        {editableSettings.map((setting) => {
          const { key } = setting;
          const consequence = consequenceOf(setting, before, change);
          if (consequence === null) return null;
          const { label, value } = settingWords[key];
          return (
            <li key={key} className="grid gap-0.5 py-3">
              <span className="font-medium text-ink">{label}</span>
              <span className="text-ink">
                <BeforeAndNow before={value(before[key])} now={value(change[key])} />
              </span>
              <span>{consequence}</span>
            </li>
          );
        })}
      </ul>
      {isAsked && preview.isPending && <PlanSkeleton />}
      {preview.data && <Foreseen preview={preview.data} />}
    </ConfirmDialog>
  );
}

function refusalOf({ data, error }: { data: SettingsPreview | undefined; error: unknown }) {
  if (data) return data.refused === "" ? null : data.refused;
  return error ? "What will change could not be checked." : "Still checking whom this concerns.";
}

function Foreseen({ preview: { locked_out, must_enrol, refused } }: { preview: SettingsPreview }) {
  const { username } = useActor();
  const isOneself = must_enrol.usernames.includes(username);
  return (
    <div className="grid gap-4 text-ink">
      {refused !== "" && (
        <Callout tone="danger" role="alert" title="The server will refuse this">
          {refused}
        </Callout>
      )}
      <People
        people={locked_out}
        heading={(count) => `${count} could not sign in any more`}
        note="They have a password, and neither a passkey nor a linked identity that works here."
      />
      <People
        people={must_enrol}
        heading={(count) => `${count} must set up MFA`}
        note={`Until then they can do nothing else.${isOneself ? " You are one of them." : ""}`}
      />
    </div>
  );
}

function People({
  people: { total, usernames },
  heading,
  note,
}: {
  people: SettingsPreview["locked_out"];
  /** @param count "3 people" */
  heading: (count: string) => string;
  note: string;
}) {
  if (total === 0) return null;
  const title = heading(formatCount(total, "person", "people"));
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <p className="text-sm text-ink-3">
        {note}
        {total > usernames.length && ` These are the first ${formatNumber(usernames.length)}.`}
      </p>
      <LongList
        label={title}
        items={usernames}
        render={(username) => (
          <li key={username} className="px-3 py-1 [overflow-wrap:anywhere]">
            <Name>{username}</Name>
          </li>
        )}
      />
    </section>
  );
}
