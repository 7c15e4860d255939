import type { Metadata } from "next";
import { PublicLayout } from "@/components/layout/public-layout";
import { buttonStyle } from "@/components/ui/button-style";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not found" };

/** Every page loads this, so its link does without the router's script. */
export default function NotFound() {
  return (
    <PublicLayout
      title="There is no such page"
      description="The address may be mistyped, or what it showed is gone."
    >
      <a href={paths.home} className={buttonStyle({ variant: "primary" })}>
        Go to the start page
      </a>
    </PublicLayout>
  );
}
