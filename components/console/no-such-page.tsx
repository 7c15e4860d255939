import { Compass } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export function NoSuchPage() {
  return (
    <>
      <h1 className="sr-only">Page not found</h1>
      <EmptyState
        icon={<Compass />}
        title="Page not found"
        actions={<ButtonLink href={paths.home}>Go to the start page</ButtonLink>}
      >
        Check the address. The page may have been deleted.
      </EmptyState>
    </>
  );
}
