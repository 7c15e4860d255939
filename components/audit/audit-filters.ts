import type { FilterOption, ListFilter } from "@/components/data-table/list-filter";
import type { OptionSource } from "@/components/picker/option-source";

/** The filters of the audit log. The endpoint takes one value for each, but for the action. */
export function auditFilters({
  people,
  verbOptions,
  targetTypeOptions,
}: {
  /** Whom to suggest as actor and target; without it names are typed whole. */
  people: OptionSource | undefined;
  verbOptions: readonly FilterOption[];
  targetTypeOptions: readonly FilterOption[];
}): ListFilter[] {
  return [
    nameFilter("actor", "Actor", people),
    { key: "verb", label: "Action", options: verbOptions },
    nameFilter("target", "Target", people),
    { kind: "one", key: "target_type", label: "Target type", options: targetTypeOptions },
    { kind: "dates", label: "Date", fromKey: "from", toKey: "to" },
  ];
}

/** Any name may be typed: the log holds those of users who are gone, and of things that are no users. */
function nameFilter(key: string, label: string, people: OptionSource | undefined): ListFilter {
  return people
    ? { kind: "search", key, label, source: people, isOpen: true }
    : { kind: "text", key, label };
}
