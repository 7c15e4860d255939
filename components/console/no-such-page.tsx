import { Compass } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export function NoSuchPage() {
  return (
    <EmptyState
      icon={<Compass />}
      title="There is no such page"
      actions={<ButtonLink href={paths.home}>Go to the start page</ButtonLink>}
    >
      The address may be mistyped, or what it showed is gone.
    </EmptyState>
  );
}
