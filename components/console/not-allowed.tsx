import { ShieldX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

/** In place of a page that this actor may not see: who may. */
export function NotAllowed({ title, reason }: { title: string; reason: string }) {
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        icon={<ShieldX />}
        title="You don't have access to this page"
        actions={<ButtonLink href={paths.home}>Go to the start page</ButtonLink>}
      >
        {reason}
      </EmptyState>
    </>
  );
}
