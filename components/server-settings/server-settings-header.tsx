import { History } from "lucide-react";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";

export function ServerSettingsHeader() {
  return (
    <PageHeader
      title="Server settings"
      description="What holds for everybody on this server."
      actions={
        <ButtonLink href={`${paths.audit}?target_type=server-settings`} icon={<History />}>
          All changes
        </ButtonLink>
      }
    />
  );
}
