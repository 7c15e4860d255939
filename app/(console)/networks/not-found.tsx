import { Network } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <Card>
      <h1 className="sr-only">Network not found</h1>
      <EmptyState
        icon={<Network />}
        title="Network not found"
        actions={<ButtonLink href={paths.networks}>All networks</ButtonLink>}
      >
        The network was deleted, the address is wrong, or you do not administer it.
      </EmptyState>
    </Card>
  );
}
