import type { ReactNode } from "react";
import { History } from "lucide-react";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";

/** The page's head and width: lines of text and number do not get easier to read when they are wider. */
export function ServerSettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="@container/settings max-w-5xl">
      <PageHeader
        title="Server settings"
        description="Settings for everyone on this server."
        actions={
          <ButtonLink href={`${paths.audit}?target_type=server-settings`} icon={<History />}>
            All changes
          </ButtonLink>
        }
      />
      {children}
    </div>
  );
}
