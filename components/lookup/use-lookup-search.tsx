"use client";

import type { ReactNode } from "react";
import type { CommandGroup } from "@/components/command-menu/command";
import type { OptionSource } from "@/components/picker/option-source";
import { useOptions } from "@/components/picker/use-options";

/** For the command menu: what a search of {@link OptionSource} finds, each leading to its page. */
export function useLookupSearch({
  text,
  label,
  icon,
  source,
  isAllowed,
  hrefOf,
}: {
  text: string;
  /** "Groups". */
  label: string;
  icon: ReactNode;
  source: OptionSource;
  /** Whoever may not search finds nothing, and nothing is asked. */
  isAllowed: boolean;
  hrefOf: (value: string) => string;
}): CommandGroup[] {
  const isWanted = isAllowed && text.trim() !== "";
  const { options, isPending, error } = useOptions(source, text, { isEnabled: isWanted });
  if (!isWanted) return [];
  return [
    {
      label,
      commands: options.map(({ value, label: name, detail }) => ({
        id: `found-${source.noun.replaceAll(" ", "-")}-${value}`,
        label: name,
        ...(detail !== undefined && { detail }),
        icon,
        href: hrefOf(value),
      })),
      search: { isPending, error },
    },
  ];
}
