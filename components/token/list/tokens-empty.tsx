import { KeyRound } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

/** Nobody has made one yet. */
export function TokensEmpty() {
  return (
    <Card>
      <EmptyState
        icon={<KeyRound />}
        title="No API tokens"
        actions={<ButtonLink href={paths.accountTokens}>Create one for yourself</ButtonLink>}
      >
        Tokens let programs do what their owner can do. Here you will see whose they are, which are
        no longer used, and when they expire.
      </EmptyState>
    </Card>
  );
}
