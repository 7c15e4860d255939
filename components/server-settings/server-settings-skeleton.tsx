import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { editableSettings, sectionWords, type EditableSetting } from "./editable-settings";
import { SettingRow } from "./setting-row";
import { settingWords } from "./words";

const controls: Record<EditableSetting["kind"], string> = {
  number: "h-8 w-28 max-sm:h-10",
  switch: "h-5 w-9",
  domains: "h-20 w-full",
};

/** The settings on the way, as high as they are. */
export function ServerSettingsSkeleton() {
  return (
    <div aria-busy="true">
      <CardSection {...sectionWords} footer={<span className="h-8 pointer-coarse:h-10" />}>
        {editableSettings.map(({ kind, key, description }) => (
          <SettingRow
            key={key}
            facts={
              <>
                <Skeleton className="w-56" />
                {kind === "number" && <Skeleton className="w-40" />}
                <Skeleton className="w-48" />
              </>
            }
          >
            <p className="font-medium">{settingWords[key].label}</p>
            <p className="text-sm text-ink-3">{description}</p>
            <span className={cn("mt-1.5 block rounded-lg border border-line", controls[kind])} />
            <span className="mt-1.5 flex h-7 items-center pointer-coarse:h-9">
              <Skeleton className="w-32" />
            </span>
          </SettingRow>
        ))}
      </CardSection>
    </div>
  );
}
