import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { PageLink } from "@/components/ui/page-link";
import { formatCount } from "@/lib/format";
import type { Recommendation } from "./recommendation";

/** The one thing that would do most for the account. */
export function RecommendationCallout({
  recommendation,
  left,
  onSetUp,
  onRenewCodes,
}: {
  recommendation: Recommendation;
  /** Recovery codes. */
  left: number;
  onSetUp: () => void;
  onRenewCodes: () => void;
}) {
  const renew = (
    <Button variant="primary" onClick={onRenewCodes}>
      Make new codes
    </Button>
  );
  switch (recommendation) {
    case "set-up-totp":
      return (
        <Callout
          title="Set up an authenticator app"
          action={
            <Button variant="primary" onClick={onSetUp}>
              Set it up
            </Button>
          }
        >
          Whoever gets hold of your password can sign in as you. A code of an app on your phone
          stops them.
        </Callout>
      );
    case "no-codes":
      return (
        <Callout tone="danger" title="You have no recovery codes left" action={renew}>
          Without your authenticator app, only an administrator could let you in.
        </Callout>
      );
    case "few-codes":
      return (
        <Callout
          tone="warn"
          title={`You have ${formatCount(left, "recovery code")} left`}
          action={renew}
        >
          Make new ones before you need the last.
        </Callout>
      );
    case "add-passkey":
      return (
        <Callout title="Add a passkey" action={<PageLink href="#passkeys">See passkeys</PageLink>}>
          You sign in with it in one step, by the lock of your device, and it cannot be phished.
        </Callout>
      );
  }
}
