import { Name } from "@/components/ui/name";
import type { KnownUsers } from "@/components/user/known-users";
import { isNamed } from "@/components/user/user-words";

/** By name, with the username that tells them apart. */
export function KnownUser({ username, known }: { username: string; known: KnownUsers }) {
  const user = known.get(username);
  if (!user || !isNamed(user)) return <Name>{username}</Name>;
  return (
    <>
      <Name>{user.display_name}</Name>{" "}
      <span className="text-sm text-ink-3">
        <Name>{username}</Name>
      </span>
    </>
  );
}
