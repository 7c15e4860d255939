import Link from "next/link";
import { Callout } from "@/components/ui/callout";
import { paths } from "@/lib/paths";

/** On the page that others see of oneself: where one's own things are. */
export function OwnUserNotice() {
  return (
    <Callout className="mb-4" title="This is you">
      Your password, sessions and preferences are on{" "}
      <Link href={paths.account} className="rounded-sm text-accent-text underline">
        your account page
      </Link>
      .
    </Callout>
  );
}
