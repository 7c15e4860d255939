import { UserRound } from "lucide-react";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";

export function TokensHeader() {
  return (
    <PageHeader
      title="API tokens"
      description="Every user's API tokens."
      actions={
        <ButtonLink href={paths.accountTokens} icon={<UserRound />}>
          Your tokens
        </ButtonLink>
      }
    />
  );
}
