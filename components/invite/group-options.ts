import { callGroups, groupOptions } from "@/components/lookup/groups";
import { PER_SEARCH } from "@/components/lookup/chunks";
import type { OptionSource } from "@/components/picker/option-source";
import { formatCount } from "@/lib/format";
import { stateAllowsMembers } from "@/lib/group/policy";
import { reasonOf } from "@/lib/permissions";

/** Groups that people can be put into; those that an identity provider decides about say so. */
export const joinableGroupOptions: OptionSource = {
  ...groupOptions,
  key: [...groupOptions.key, "joinable"],
  search: async (text, signal) => {
    const query = { page: "1", per_page: String(PER_SEARCH), sort: "name", q: text } as const;
    const page = await callGroups("page", { query, signal });
    return {
      options: page.data.map((group) => ({
        value: group.id,
        label: group.name,
        detail: formatCount(group.member_count, "member"),
        disabledReason: reasonOf(stateAllowsMembers(group)),
      })),
      isMore: page.total > page.data.length,
    };
  },
};
