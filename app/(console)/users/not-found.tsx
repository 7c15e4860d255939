import { UserX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <Card>
      <h1 className="sr-only">User not found</h1>
      <EmptyState
        icon={<UserX />}
        title="User not found"
        actions={<ButtonLink href={paths.users}>All users</ButtonLink>}
      >
        The account was deleted, or the address is wrong.
      </EmptyState>
    </Card>
  );
}
