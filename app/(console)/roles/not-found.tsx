import { ShieldCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <Card>
      <h1 className="sr-only">Role not found</h1>
      <EmptyState
        icon={<ShieldCheck />}
        title="Role not found"
        actions={<ButtonLink href={paths.roles}>All roles</ButtonLink>}
      >
        The role was deleted, or the address is wrong.
      </EmptyState>
    </Card>
  );
}
