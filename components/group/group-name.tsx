import { Name } from "@/components/ui/name";
import type { UserGroup } from "@/lib/group/schema";

/** What a group is called, with its color beside it. */
export function GroupName({ group }: { group: Pick<UserGroup, "name" | "color_code"> }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-baseline gap-2 align-bottom">
      {group.color_code !== "" && <ColorDot color={group.color_code} />}
      <span className="min-w-0 [overflow-wrap:anywhere] @min-[40rem]/table:truncate">
        <Name>{group.name}</Name>
      </span>
    </span>
  );
}

function ColorDot({ color }: { color: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ backgroundColor: color }}
      className="size-2.5 shrink-0 rounded-full border border-control"
    />
  );
}
