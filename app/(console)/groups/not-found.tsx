import { UsersRound } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <Card>
      <h1 className="sr-only">Group not found</h1>
      <EmptyState
        icon={<UsersRound />}
        title="Group not found"
        actions={<ButtonLink href={paths.groups}>All groups</ButtonLink>}
      >
        The group was deleted, or the address is wrong.
      </EmptyState>
    </Card>
  );
}
