"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import type { Command, CommandGroup } from "@/components/command-menu/command";
import { useSearchText } from "@/components/command-menu/use-search-text";
import { Avatar } from "@/components/ui/avatar";
import { foldCase } from "@/lib/fold";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";
import type { User, UserListQuery } from "@/lib/user/schema";
import { usersPageQuery } from "./queries";
import { isNamed, nameOf } from "./user-words";

const MAX_FOUND = 8;

/** Finds users by what is typed, as the list of users does. */
export function useUserSearch(text: string): CommandGroup[] {
  const actor = useActor();
  const { searchText, isResting } = useSearchText(text);
  const isWanted = text.trim() !== "" && can(actor, "users:list");
  const { data, error, fetchStatus, refetch } = useQuery({
    ...usersPageQuery(firstPage(searchText)),
    enabled: isWanted && searchText !== "",
  });
  if (!isWanted) return [];

  const found = (data?.data ?? []).filter((user) => isMatch(user, text));
  const isMore = data !== undefined && data.total > data.data.length && found.length > 0;
  return [
    {
      label: "Users",
      commands: [...found.map(commandOf), ...(isMore ? [listCommand(searchText)] : [])],
      search: {
        isPending: !isResting || fetchStatus !== "idle",
        error: error && { message: error.message, onRetry: () => void refetch() },
      },
    },
  ];
}

function firstPage(q: string): UserListQuery {
  return { page: 1, per_page: MAX_FOUND, sort: "username", order: "asc", q };
}

/** The answer to what was typed before stays until the next one is there, but for who does not fit any more. */
function isMatch({ username, display_name: name }: User, text: string): boolean {
  return foldCase(`${username}\n${name}`).includes(foldCase(text.trim()));
}

function commandOf(user: User): Command {
  const details = [
    ...(isNamed(user) ? [user.username] : []),
    ...(user.account_disabled ? ["disabled"] : []),
  ];
  return {
    id: `found-user-${user.username}`,
    label: nameOf(user),
    detail: details.join(" · "),
    icon: <Avatar name={nameOf(user)} size="sm" />,
    href: paths.user(user.username),
  };
}

function listCommand(q: string): Command {
  return {
    id: "found-users-all",
    label: `Show all that match “${q}”`,
    icon: <ArrowRight />,
    href: `${paths.users}?${new URLSearchParams({ q }).toString()}`,
  };
}
