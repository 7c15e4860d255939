"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchText } from "@/components/command-menu/use-search-text";
import { foldCase } from "@/lib/fold";
import type { OptionSource, PickOption } from "./option-source";

/** What fits the typed text so far. */
export interface FoundOptions {
  noun: string;
  options: readonly PickOption[];
  /** There are others that fit. */
  isMore: boolean;
  isPending: boolean;
  error: { message: string; onRetry: () => void } | null;
}

/** Asks the server once typing rests. Meanwhile the last answer stands, but for what does not fit any more. */
export function useOptions(
  source: OptionSource,
  text: string,
  { isEnabled = true }: { isEnabled?: boolean } = {},
): FoundOptions {
  const { searchText, isResting } = useSearchText(text);
  const { data, error, fetchStatus, isPlaceholderData, refetch } = useQuery({
    queryKey: [...source.key, "options", searchText],
    queryFn: ({ signal }) => source.search(searchText, signal),
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  });
  const isAnswer = isResting && !isPlaceholderData;
  const options = data?.options ?? [];
  return {
    noun: source.noun,
    options: isAnswer ? options : fitting(options, text),
    isMore: isAnswer && data?.isMore === true,
    isPending: !isResting || fetchStatus === "fetching",
    error: error && isResting ? { message: error.message, onRetry: () => void refetch() } : null,
  };
}

/** The options whose words hold the text. */
export function fitting(options: readonly PickOption[], text: string): readonly PickOption[] {
  const needle = foldCase(text.trim());
  return options.filter(({ label, detail = "" }) =>
    foldCase(`${label}\n${detail}`).includes(needle),
  );
}

/** What the chosen values are called; until that is known, they stand for themselves. */
export function useOptionLabels(source: OptionSource, values: readonly string[]) {
  const client = useQueryClient();
  const keyOf = (chosen: readonly string[]) => [...source.key, "labels", ...chosen];
  const { data } = useQuery({
    queryKey: keyOf(values),
    queryFn: async ({ signal }): Promise<Readonly<Record<string, string>>> =>
      source.labelsOf?.(values, signal) ?? {},
    enabled: source.labelsOf !== undefined && values.length > 0,
    placeholderData: keepPreviousData,
  });
  const labelOf = (value: string) => data?.[value] ?? value;

  return {
    labelOf,
    /** Spares the question what an option is called that was just chosen. */
    remember: (chosen: readonly string[], { value, label }: PickOption) => {
      if (source.labelsOf === undefined) return;
      client.setQueryData(
        keyOf(chosen),
        Object.fromEntries(chosen.map((one) => [one, one === value ? label : labelOf(one)])),
      );
    },
  };
}
