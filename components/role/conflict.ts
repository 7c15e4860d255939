/** What of a role somebody else may have changed meanwhile, in words. */
import type { FieldWords } from "@/components/form/conflict";
import { isolated } from "@/lib/format";
import type { UserRole } from "@/lib/role/schema";
import { roleSentence } from "./role-sentence";

export const roleFields: readonly FieldWords<UserRole>[] = [
  { key: "name", label: "Name", words: ({ name = "" }) => `“${isolated(name)}”` },
  {
    key: "meta_data",
    label: "Notes",
    words: ({ meta_data: notes }) => (notes ? `“${isolated(notes)}”` : "none"),
  },
  {
    key: "full_access",
    label: "Full access",
    words: ({ full_access: isFull }) => (isFull === true ? "On" : "Off"),
  },
  {
    key: "network_level_access",
    label: "Rights",
    words: ({ network_id = "", network_level_access = {} }) =>
      roleSentence({ full_access: false, network_id, network_level_access }),
  },
];
