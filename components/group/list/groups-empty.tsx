import { UsersRound } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** Every server has its default groups: only those who see none get here. */
export function GroupsEmpty() {
  return (
    <EmptyState icon={<UsersRound />} title="No groups yet">
      Put people into groups, and choose what each group may reach.
    </EmptyState>
  );
}
