import type { OptionSource } from "@/components/picker/option-source";
import { callUsers } from "@/components/user/calls";
import { userKeys } from "@/components/user/queries";
import { can, isAdministrator, platformRoles, type Actor } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";

const PER_SEARCH = 10;

/** Users whom an actor may attach to a gateway of this network, found by name and username. */
export function attachableOptions(actor: Actor, network: string): OptionSource {
  return can(actor, "users:list") ? allButAdmins : serviceUsersNear(network);
}

const allButAdmins: OptionSource = {
  key: [...userKeys.all, "attachable"],
  noun: "users",
  search: async (text, signal) => {
    const page = await callUsers("page", {
      query: {
        page: "1",
        per_page: String(PER_SEARCH),
        sort: "username",
        q: text,
        role: platformRoles.filter((role) => !isAdministrator(role)),
      },
      signal,
    });
    return { options: page.data.map(toOption), isMore: page.total > page.data.length };
  },
};

/** Network admins may search for those who reach their network, and for service users who do not yet. */
function serviceUsersNear(network: string): OptionSource {
  return {
    key: [...userKeys.all, "attachable", network],
    noun: "service users",
    search: async (text, signal) => {
      const query = { page: "1", per_page: String(PER_SEARCH), q: text };
      const pages = await Promise.all([
        callUsers("pageOfNetwork", {
          query: { ...query, network, role: ["service-user"] },
          signal,
        }),
        callUsers("pageUnassigned", { query: { ...query, network_id: network }, signal }),
      ]);
      const found = new Map(
        pages.flatMap(({ data }) => data).map((user) => [user.username, toOption(user)]),
      );
      return {
        options: [...found.values()].sort((a, b) => (a.value < b.value ? -1 : 1)),
        isMore: pages.some(({ data, total }) => total > data.length),
      };
    },
  };
}

function toOption({ username, display_name: name }: Pick<User, "username" | "display_name">) {
  return { value: username, label: username, detail: name };
}
