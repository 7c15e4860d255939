import type { OptionSource } from "@/components/picker/option-source";

export interface FilterOption {
  value: string;
  label: string;
  /** How many rows it would leave, where the server says so. */
  count?: number;
}

interface Named {
  /** The key in the list definition, which is the name in the URL. */
  key: string;
  label: string;
}

interface OptionsFilter extends Named {
  /** "one" leaves the choice between them, "many" (unless said) allows several at once. */
  kind?: "one" | "many";
  options: readonly FilterOption[];
}

/** One exact value, typed. */
interface TextFilter extends Named {
  kind: "text";
}

/** Two days, both included, in two keys of the definition. */
interface DatesFilter {
  kind: "dates";
  label: string;
  fromKey: string;
  toKey: string;
}

/** Of more values than can be loaded: the server finds those that fit. */
interface SearchFilter extends Named {
  kind: "search";
  source: OptionSource;
  isMany?: boolean;
  /** What is typed may be chosen too, for values that are no longer found. */
  isOpen?: boolean;
}

export type ListFilter = OptionsFilter | TextFilter | DatesFilter | SearchFilter;
