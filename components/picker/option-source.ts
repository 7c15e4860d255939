import type { QueryKey } from "@tanstack/react-query";

/** One thing that can be chosen. */
export interface PickOption {
  value: string;
  label: string;
  /** What tells it from others of the same name. */
  detail?: string | undefined;
  /** Why it cannot be chosen; stands in the place of the detail. */
  disabledReason?: string | null | undefined;
}

/** Options that a server finds: too many to load them all. */
export interface OptionSource {
  /** Begins its keys in the query cache. */
  key: QueryKey;
  /** What they are, in the plural and without a capital: "users". */
  noun: string;
  /** An empty text finds the first ones. */
  search: (
    text: string,
    signal: AbortSignal,
  ) => Promise<{ options: readonly PickOption[]; isMore: boolean }>;
  /** Absent where the value is what people call it; a value that is not in the answer stands for itself. */
  labelsOf?: (
    values: readonly string[],
    signal: AbortSignal,
  ) => Promise<Readonly<Record<string, string>>>;
}
