/** A role's access map as the grid of its page: a row for each resource, a column for each right. */
import type { GridHeader, GridValue } from "@/components/grid/checkbox-grid";
import { formatList } from "@/lib/format";
import { withOwnConfigs } from "@/lib/role/access-map";
import type { UserRole } from "@/lib/role/schema";
import { allOf, resourceTypes, rightNames, rightsOf, type RightName } from "@/lib/role/values";
import type { RoleChange } from "./mutations";
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
    const single = Object.keys(access[type] ?? {}).filter((id) => !isAllOf(type, id));
    return [allOf(type), ...single].map((id) => {
      const row = rowId(type, id);
      return { id: row, label: rowLabel(row) };
    });
  });
}

function rowLabel(row: string, gatewayName: NameOf = unnamed): string {
  const { type, id } = resourceOf(row);
  const { label, all } = resourceWords(type);
  if (isAllOf(type, id)) return all ?? `All ${labelInSentence(label)}`;
  return `${label}: ${(type === "remote_access_gw" ? gatewayName(id) : null) ?? id}`;
}

/** What gateways are called. */
type NameOf = (id: string) => string | null;

function unnamed(): null {
  return null;
}

/** What is given and what is taken by a change of rights, row by row: "All hosts: see and change". */
export function movedRights(before: GridValue, after: GridValue) {
  const rows = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return { added: missingIn(before, after, rows), removed: missingIn(after, before, rows) };
}

/** As {@link movedRights}, by a change of a whole role as the server will keep it. */
export function movedByRole(
  before: Pick<UserRole, "full_access" | "network_level_access">,
  { full_access: isFull = before.full_access, network_level_access: access }: RoleChange,
) {
  const { added, removed } = movedRights(
    gridValue(before.network_level_access),
    gridValue(withOwnConfigs(access ?? before.network_level_access)),
  );
  return {
    added: [...(isFull && !before.full_access ? [FULL_ACCESS] : []), ...added.map(withoutNames)],
    removed: [
      ...(before.full_access && !isFull ? [FULL_ACCESS] : []),
      ...removed.map(withoutNames),
    ],
  };
}

const FULL_ACCESS = "Full access";

function withoutNames(words: RowWords): string {
  return words(unnamed);
}

type RowWords = (gatewayName: NameOf) => string;

function missingIn(some: GridValue, all: GridValue, rows: readonly string[]): RowWords[] {
  return rows.flatMap((row) => {
    const rights = rightNames.filter(
      (name) => all[row]?.includes(name) === true && some[row]?.includes(name) !== true,
    );
    const labels = rights.map((name) => rightLabels[name].toLowerCase());
    return labels.length === 0
      ? []
      : [(gatewayName) => `${rowLabel(row, gatewayName)}: ${formatList(labels)}`];
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
