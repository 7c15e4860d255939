"use client";

import { useWatch } from "react-hook-form";
import type { UseQueryResult } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { NumberField } from "@/components/form/number-field";
import type { ZodForm } from "@/components/form/use-zod-form";
import { Button } from "@/components/ui/button";
import type { AuditPage } from "@/lib/audit/schema";
import { pluralOf } from "@/lib/format";
import { defaultServerSettings } from "@/lib/server-settings/values";
import type { EditableSetting } from "./editable-settings";
import { toNumber, type SettingsForm } from "./form-schema";
import { SettingFacts } from "./setting-facts";
import { SettingRow } from "./setting-row";
import { settingWords } from "./words";

/** One setting with its number, its way back to the default, and what is known about it. */
export function ServerSettingField<Out>({
  form,
  setting,
  history,
  disabledReason,
}: {
  form: ZodForm<SettingsForm, Out>;
  setting: EditableSetting;
  history: UseQueryResult<AuditPage>;
  /** Why it may not be changed. */
  disabledReason: string | null;
}) {
  const { key, unit, description, reading } = setting;
  const { label } = settingWords[key];
  const value = toNumber(useWatch({ control: form.control, name: key }));
  const byDefault = defaultServerSettings[key];
  return (
    <SettingRow facts={<SettingFacts setting={setting} history={history} />}>
      <NumberField
        form={form}
        name={key}
        label={label}
        description={description}
        unit={pluralOf(value, unit)}
        reading={Number.isNaN(value) ? null : reading(value)}
        readOnly={disabledReason !== null}
      />
      <Button
        variant="ghost"
        size="sm"
        icon={<RotateCcw />}
        className="-ms-2 mt-1.5"
        disabledReason={disabledReason ?? (value === byDefault ? "This is the default." : null)}
        onClick={() => {
          form.setValue(key, String(byDefault), { shouldDirty: true, shouldValidate: true });
        }}
      >
        Reset to default
        <span className="sr-only"> ({label})</span>
      </Button>
    </SettingRow>
  );
}
