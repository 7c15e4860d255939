import type { SelectOption } from "@/components/ui/select";

const palette = [
  { value: "#3b82f6", label: "Blue" },
  { value: "#14b8a6", label: "Teal" },
  { value: "#22c55e", label: "Green" },
  { value: "#eab308", label: "Yellow" },
  { value: "#f97316", label: "Orange" },
  { value: "#ef4444", label: "Red" },
  { value: "#ec4899", label: "Pink" },
  { value: "#8b5cf6", label: "Violet" },
  { value: "#64748b", label: "Gray" },
] as const;

/** The colors of a group by name; one that was set elsewhere is kept, by its code. */
export function colorOptions(current: string): SelectOption[] {
  const known: readonly SelectOption[] = [{ value: "", label: "None" }, ...palette];
  const isOther = !known.some(({ value }) => value === current);
  return isOther ? [...known, { value: current, label: current }] : [...known];
}

export function colorName(code: string): string {
  return colorOptions(code).find(({ value }) => value === code)?.label ?? code;
}
