import type { ReactNode } from "react";
import { LongList } from "@/components/bulk/long-list";
import { Name } from "@/components/ui/name";
import { countOf } from "./words";

/** Whom a dialog is about, in its title. */
export function whomText(usernames: readonly string[]): ReactNode {
  const [only] = usernames;
  if (only === undefined || usernames.length > 1) return countOf(usernames.length);
  return <Name>{only}</Name>;
}

/** All of them by name, where the title has no room for them. */
export function WhomList({ usernames }: { usernames: readonly string[] }) {
  if (usernames.length < 2) return null;
  return (
    <LongList
      label="Whom this is about"
      items={usernames}
      render={(username) => (
        <li key={username} className="px-3 py-1 [overflow-wrap:anywhere]">
          <Name>{username}</Name>
        </li>
      )}
    />
  );
}
