/** A role's access map as the grid of its page: a row for each resource, a column for each right. */
import type { GridHeader, GridValue } from "@/components/grid/checkbox-grid";
import type { UserRole } from "@/lib/role/schema";
import { allOf, resourceTypes, rightNames, rightsOf, type RightName } from "@/lib/role/values";
import { hasRight, isAllOf, resourceWords, rightLabels, rightsIn } from "./resource-words";

type AccessMap = UserRole["network_level_access"];

export const rightColumns: readonly GridHeader[] = rightNames.map((name) => ({
  id: name,
  label: rightLabels[name],
}));

/** Every type with all of its resources, and below it the single ones that the map names. */
export function gridRows(access: AccessMap): GridHeader[] {
  const types = [...new Set([...resourceTypes, ...Object.keys(access)])];
  return types.flatMap((type) => {
    const { label, all } = resourceWords(type);
    const single = Object.keys(access[type] ?? {}).filter((id) => !isAllOf(type, id));
    return [
      { id: rowId(type, allOf(type)), label: all ?? `All ${labelInSentence(label)}` },
      ...single.map((id) => ({ id: rowId(type, id), label: `${label}: ${id}` })),
    ];
  });
}

export function gridValue(access: AccessMap): Record<string, string[]> {
  const rows = Object.entries(access).flatMap(([type, section]) =>
    Object.entries(section).map(([id, rights]) => [rowId(type, id), rightsIn(rights)] as const),
  );
  return Object.fromEntries(rows);
}

/** Single resources stay, also those without rights: they are rows. All of a type without rights are left out. */
export function accessOf(value: GridValue): AccessMap {
  const access: AccessMap = {};
  for (const [row, chosen] of Object.entries(value)) {
    const { type, id } = resourceOf(row);
    if (chosen.length === 0 && isAllOf(type, id)) continue;
    const rights = rightNames.filter((name) => chosen.includes(name));
    access[type] = { ...access[type], [id]: rightsOf(...rights) };
  }
  return access;
}

export function isRightOfRow(row: string, right: string): boolean {
  const { type } = resourceOf(row);
  return isRightName(right) && hasRight(type, right);
}

/** Types have no slash; ids may. */
export function rowId(type: string, id: string): string {
  return `${type}/${id}`;
}

function resourceOf(row: string): { type: string; id: string } {
  const slash = row.indexOf("/");
  return { type: row.slice(0, slash), id: row.slice(slash + 1) };
}

function isRightName(text: string): text is RightName {
  return rightNames.some((name) => name === text);
}

/** "Gateways" becomes "gateways"; "DNS" stays. */
function labelInSentence(label: string): string {
  return label === label.toUpperCase() ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
