"use client";

import type { ReactNode } from "react";
import Link from "next/link";
import type { UseQueryResult } from "@tanstack/react-query";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { AuditPage } from "@/lib/audit/schema";
import { formatCount, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { MASTER_KEY_USERNAME } from "@/lib/permissions";
import { defaultServerSettings, settingBounds } from "@/lib/server-settings/values";
import type { EditableSetting, NumberSetting } from "./editable-settings";
import { lastChangeOf } from "./history";
import { settingWords } from "./words";

/** What may be set, what holds when nobody sets it, and who set it last. */
export function SettingFacts({
  setting,
  history,
}: {
  setting: EditableSetting;
  history: UseQueryResult<AuditPage>;
}) {
  const { key } = setting;
  return (
    <dl className="grid gap-1.5">
      {setting.kind === "number" ? (
        <NumberFacts setting={setting} />
      ) : (
        <Fact term="Default">{settingWords[key].value(defaultServerSettings[key])}</Fact>
      )}
      <Fact term="Last changed">
        <LastChange settingKey={key} history={history} />
      </Fact>
    </dl>
  );
}

function NumberFacts({ setting: { key, unit, reading } }: { setting: NumberSetting }) {
  const { min, max } = settingBounds[key];
  const byDefault = defaultServerSettings[key];
  const inWords = reading(byDefault);
  return (
    <>
      <Fact term="Default">
        {formatCount(byDefault, unit)}
        {inWords !== null && `, ${inWords}`}
      </Fact>
      <Fact term="Allowed">
        {formatNumber(min)} to {formatNumber(max)}
      </Fact>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="w-24 text-ink-3">{term}</dt>
      <dd className="min-w-0 grow basis-40 [overflow-wrap:anywhere] text-ink-2">{children}</dd>
    </div>
  );
}

function LastChange({
  settingKey,
  history: { data, isError },
}: {
  settingKey: EditableSetting["key"];
  history: UseQueryResult<AuditPage>;
}) {
  if (!data) return isError ? "The audit log could not be read." : <Skeleton className="w-32" />;
  const change = lastChangeOf(settingKey, data.data);
  if (!change) return data.total > data.data.length ? "Long ago" : "Never";
  return (
    <>
      <RelativeTime value={change.at} /> by <Actor name={change.actor} />
    </>
  );
}

function Actor({ name }: { name: string }) {
  if (name === MASTER_KEY_USERNAME) return "the master key";
  return (
    <Link href={paths.user(name)} className="rounded-sm text-accent-text underline">
      {name}
    </Link>
  );
}
