"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { auditQueries } from "@/components/audit/queries";
import { dirtyValues } from "@/components/form/dirty-values";
import { Form } from "@/components/form/form";
import { FormConflict } from "@/components/form/form-conflict";
import { useVersionedForm } from "@/components/form/use-versioned-form";
import { VersionedFormActions } from "@/components/form/versioned-form-actions";
import { Callout } from "@/components/ui/callout";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { toast } from "@/components/ui/toast";
import type { Versioned } from "@/lib/errors";
import { permits, reasonOf } from "@/lib/permissions";
import { serverSettings, type ServerSettings } from "@/lib/server-settings/schema";
import { settingsFields } from "./conflict";
import { editableSettings, sectionWords, type EditedSettings } from "./editable-settings";
import { settingsForm, valuesOf } from "./form-schema";
import { useUpdateServerSettings } from "./mutations";
import { settingsHistory } from "./queries";
import { ServerSettingField } from "./server-setting-field";

const ServerSettingsReviewDialog = lazyDialog(
  async () => (await import("./server-settings-review-dialog")).ServerSettingsReviewDialog,
);

/** Edits the settings; what changes and what it means is shown before it is saved. */
export function ServerSettingsForm({ latest }: { latest: Versioned<ServerSettings> }) {
  const actor = useActor();
  const refusal = reasonOf(permits(actor, "server-settings:write"));
  const history = useQuery(auditQueries.page(settingsHistory));
  const update = useUpdateServerSettings();
  const [review, setReview] = useState<Partial<EditedSettings> | null>(null);
  const edit = useVersionedForm({
    latest,
    entitySchema: serverSettings,
    schema: settingsForm,
    valuesOf,
  });
  const { form, base, theirs, ifMatch } = edit;
  const seen = theirs ?? base;

  function handleSubmit(typed: EditedSettings): undefined {
    const change = differenceOf(seen, dirtyValues(form, typed));
    update.reset();
    if (Object.keys(change).length > 0) {
      setReview(change);
      return;
    }
    edit.undo();
    toast.info("Nothing to change: the settings already have these values");
  }

  function handleConfirm(change: Partial<EditedSettings>) {
    update.mutate(
      { change, ifMatch },
      {
        onSuccess: ({ entity }) => {
          setReview(null);
          edit.settle(entity);
          toast.success("Server settings saved");
        },
        onError: (error) => {
          if (edit.handleConflict(error)) setReview(null);
        },
      },
    );
  }

  return (
    <>
      <Form form={form} label="Server settings" onSubmit={handleSubmit}>
        <CardSection
          {...sectionWords}
          footer={
            <VersionedFormActions
              edit={edit}
              saveLabel="Review changes…"
              overwriteLabel="Review and overwrite…"
              disabledReason={refusal}
            />
          }
        >
          {refusal !== null && <Callout className="mb-4">{refusal}</Callout>}
          {theirs && (
            <div className="mb-4">
              <FormConflict
                title="Someone changed the settings while you were editing"
                fields={settingsFields}
                before={base}
                now={theirs}
                typed={edit.typed()}
                hidden="A value was changed and changed back."
              />
            </div>
          )}
          <div>
            {editableSettings.map((setting) => (
              <ServerSettingField
                key={setting.key}
                form={form}
                setting={setting}
                history={history}
                disabledReason={refusal}
              />
            ))}
          </div>
        </CardSection>
      </Form>
      {review && (
        <ServerSettingsReviewDialog
          before={seen}
          change={review}
          isPending={update.isPending}
          error={update.error?.message ?? null}
          onConfirm={() => {
            handleConfirm(review);
          }}
          onClose={() => {
            setReview(null);
          }}
        />
      )}
    </>
  );
}

function differenceOf(before: EditedSettings, typed: Partial<EditedSettings>) {
  const difference = { ...typed };
  for (const { key } of editableSettings) {
    const isSame = JSON.stringify(difference[key]) === JSON.stringify(before[key]);
    if (isSame) Reflect.deleteProperty(difference, key);
  }
  return difference;
}
