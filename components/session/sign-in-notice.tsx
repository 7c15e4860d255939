import { Callout } from "@/components/ui/callout";
import { Name } from "@/components/ui/name";

const refusals: Partial<Record<string, string>> = {
  provider:
    "Signing in did not work out. Start again here. If it fails again, ask an administrator.",
  throttled:
    "Too many sign-ins have failed from your network. Wait some minutes, then start again here.",
  disabled: "This account is disabled. Ask an administrator to enable it.",
  email:
    "The provider vouches for no e-mail address that you could be known by here. Confirm your address there, then start again.",
  domain:
    "You have no account here. Ask an administrator to invite you, then sign in with the address that the invite is for.",
};

/** Why a provider did not let somebody in, and what to do. @param error as the server puts it into the address */
export function SignInNotice({ error }: { error: string }) {
  const words = refusals[error];
  if (words === undefined) return null;
  return (
    <Callout tone="danger" role="alert" className="mb-5" title="You are not signed in">
      {words}
    </Callout>
  );
}

/** For whom a provider vouches, and whose account is not linked to it yet. */
export function LinkNotice({
  provider,
  hasPasswords,
}: {
  provider: string;
  hasPasswords: boolean;
}) {
  return (
    <Callout role="alert" className="mb-5" title="You have an account already">
      There is an account with your address, which is not linked to <Name>{provider}</Name> yet.{" "}
      {hasPasswords ? "Sign in with your password, or as before" : "Sign in as before"}. Then link{" "}
      <Name>{provider}</Name> in Account → Security, where you are led.
      {!hasPasswords &&
        " If a password was all you had, ask an administrator: passwords work for the super admin only."}
    </Callout>
  );
}
