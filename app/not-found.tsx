import type { Metadata } from "next";
import { PublicLayout } from "@/components/layout/public-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PublicLayout
      title="There is no such page"
      description="The address may be mistyped, or what it showed is gone."
    >
      <ButtonLink href={paths.home} variant="primary">
        Go to the start page
      </ButtonLink>
    </PublicLayout>
  );
}
