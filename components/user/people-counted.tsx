import { Name } from "@/components/ui/name";
import { formatCount } from "@/lib/format";

/** One person by username, several by their number. */
export function PeopleCounted({ usernames }: { usernames: readonly string[] }) {
  const [only] = usernames;
  if (usernames.length !== 1 || only === undefined) {
    return formatCount(usernames.length, "person", "people");
  }
  return <Name>{only}</Name>;
}
