import type { OptionSource } from "@/components/picker/option-source";
import { callUsers } from "./calls";
import { userKeys } from "./queries";

const PER_SEARCH = 10;

/** Users to choose from, found by name and username as in their list; a username stands for itself. */
export const userOptions: OptionSource = {
  key: userKeys.all,
  noun: "users",
  search: async (text, signal) => {
    const query = { page: "1", per_page: String(PER_SEARCH), sort: "username", q: text } as const;
    const page = await callUsers("page", { query, signal });
    return {
      options: page.data.map(({ username, display_name: name }) => ({
        value: username,
        label: username,
        detail: name,
      })),
      isMore: page.total > page.data.length,
    };
  },
};
