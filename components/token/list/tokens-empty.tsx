import { KeyRound } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

/** Nobody has made one yet. */
export function TokensEmpty() {
  return (
    <EmptyState
      icon={<KeyRound />}
      title="No API tokens"
      actions={<ButtonLink href={paths.accountTokens}>Create one for yourself</ButtonLink>}
    >
      Tokens let programs act for their owner. This list shows who owns them, when they were used
      and when they expire.
    </EmptyState>
  );
}
