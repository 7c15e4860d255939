"use client";

import { useWatch } from "react-hook-form";
import type { UseQueryResult } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { NumberField } from "@/components/form/number-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import type { ZodForm } from "@/components/form/use-zod-form";
import { Button } from "@/components/ui/button";
import type { AuditPage } from "@/lib/audit/schema";
import { pluralOf } from "@/lib/format";
import { defaultServerSettings } from "@/lib/server-settings/values";
import type { EditableSetting, NumberSetting } from "./editable-settings";
import { toNumber, valuesOf, type SettingsForm } from "./form-schema";
import { SettingFacts } from "./setting-facts";
import { SettingRow } from "./setting-row";
import { settingWords } from "./words";

interface Props<Setting, Out> {
  form: ZodForm<SettingsForm, Out>;
  setting: Setting;
  /** Why it may not be changed. */
  disabledReason: string | null;
}

const byDefault = valuesOf(defaultServerSettings);

/** One setting with its control, its way back to the default, and what is known about it. */
export function ServerSettingField<Out>({
  history,
  ...props
}: Props<EditableSetting, Out> & { history: UseQueryResult<AuditPage> }) {
  const { form, setting, disabledReason } = props;
  const { key } = setting;
  const value = useWatch({ control: form.control, name: key });
  return (
    <SettingRow facts={<SettingFacts setting={setting} history={history} />}>
      <Control {...props} />
      <Button
        variant="ghost"
        size="sm"
        icon={<RotateCcw />}
        className="-ms-2 mt-1.5"
        disabledReason={
          disabledReason ?? (value === byDefault[key] ? "This is the default." : null)
        }
        onClick={() => {
          form.setValue(key, byDefault[key], { shouldDirty: true, shouldValidate: true });
        }}
      >
        Reset to default
        <span className="sr-only"> ({settingWords[key].label})</span>
      </Button>
    </SettingRow>
  );
}

function Control<Out>({ form, setting, disabledReason }: Props<EditableSetting, Out>) {
  const { key, description } = setting;
  const { label } = settingWords[key];
  const isFixed = disabledReason !== null;
  switch (setting.kind) {
    case "number":
      return <NumberControl form={form} setting={setting} disabledReason={disabledReason} />;
    case "switch":
      return (
        <SwitchField
          form={form}
          name={key}
          label={label}
          description={description}
          isDisabled={isFixed}
        />
      );
    case "domains":
      return (
        <TextField
          form={form}
          name={key}
          label={label}
          description={description}
          isOptional
          rows={3}
          readOnly={isFixed}
        />
      );
  }
}

function NumberControl<Out>({ form, setting, disabledReason }: Props<NumberSetting, Out>) {
  const { key, unit, description, reading } = setting;
  const value = toNumber(useWatch({ control: form.control, name: key }));
  return (
    <NumberField
      form={form}
      name={key}
      label={settingWords[key].label}
      description={description}
      unit={pluralOf(value, unit)}
      reading={Number.isNaN(value) ? null : reading(value)}
      readOnly={disabledReason !== null}
    />
  );
}
