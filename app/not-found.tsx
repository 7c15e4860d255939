import type { Metadata } from "next";
import { PublicLayout } from "@/components/layout/public-layout";
import { buttonStyle } from "@/components/ui/button-style";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not found" };

/** Every page loads this, so its link does without the router's script. */
export default function NotFound() {
  return (
    <PublicLayout
      title="Page not found"
      description="Check the address. The page may have been deleted."
    >
      <a href={paths.home} className={buttonStyle({ variant: "primary" })}>
        Go to the start page
      </a>
    </PublicLayout>
  );
}
