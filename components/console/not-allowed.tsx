import { ShieldX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";
import { whyNot, type Permission } from "@/lib/permissions";

/** In place of a page that this actor may not see: who may. */
export function NotAllowed({ title, needs }: { title: string; needs: Permission }) {
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        icon={<ShieldX />}
        title="This page is not open to you"
        actions={<ButtonLink href={paths.home}>Go to the start page</ButtonLink>}
      >
        {whyNot(needs)}
      </EmptyState>
    </>
  );
}
