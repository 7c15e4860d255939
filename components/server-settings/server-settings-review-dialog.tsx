"use client";

import { BeforeAndNow } from "@/components/form/form-conflict";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { editableSettings, type EditableKey } from "./editable-settings";
import { settingWords } from "./words";

export type EditedSettings = Record<EditableKey, number>;

/** What is about to change and what that means, before it is saved. */
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
  return (
    <ConfirmDialog
      title="Change the server settings?"
      confirmLabel="Save changes"
      tone="primary"
      size="md"
      isPending={isPending}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>This applies to everyone immediately.</p>
      <ul className="divide-y divide-line border-y border-line">
        {editableSettings.map(({ key, consequence }) => {
          const after = change[key];
          if (after === undefined) return null;
          const { label, value } = settingWords[key];
          return (
            <li key={key} className="grid gap-0.5 py-3">
              <span className="font-medium text-ink">{label}</span>
              <span className="text-ink">
                <BeforeAndNow before={value(before[key])} now={value(after)} />
              </span>
              <span>{consequence(before[key], after)}</span>
            </li>
          );
        })}
      </ul>
    </ConfirmDialog>
  );
}
