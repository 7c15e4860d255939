/** What of a group somebody else may have changed meanwhile, in words. */
import type { FieldWords } from "@/components/form/conflict";
import { networkName } from "@/components/lookup/networks";
import { formatCount, formatList, isolated } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import { colorName } from "./colors";

export const groupFields: readonly FieldWords<UserGroup>[] = [
  { key: "name", label: "Name", words: ({ name = "" }) => `“${isolated(name)}”` },
  { key: "color_code", label: "Color", words: ({ color_code: code = "" }) => colorName(code) },
  { key: "meta_data", label: "Notes", words: ({ meta_data: notes }) => quoted(notes) },
  {
    key: "external_identity_provider_id",
    label: "Id at the identity provider",
    words: ({ external_identity_provider_id: id }) => quoted(id),
  },
  {
    key: "network_roles",
    label: "Access",
    words: ({ network_roles: grants = {} }) => {
      const parts = Object.entries(grants).map(
        ([netid, roles]) =>
          `${networkName(netid)}: ${formatCount(Object.keys(roles).length, "role")}`,
      );
      return parts.length === 0 ? "none" : formatList(parts);
    },
  },
  {
    key: "member_count",
    label: "Members",
    words: ({ member_count: count = 0 }) => formatCount(count, "member"),
  },
];

function quoted(text: string | undefined): string {
  return text ? `“${isolated(text)}”` : "none";
}
