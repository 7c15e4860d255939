import { Callout } from "@/components/ui/callout";
import { PageLink } from "@/components/ui/page-link";
import { paths } from "@/lib/paths";

/** Instead of the form when the account is made and only signing in went wrong. */
export function SignUpMade({ email, message }: { email: string; message: string }) {
  return (
    <div className="grid gap-5">
      <Callout tone="warn" role="alert" title="Your account is made, but you are not signed in yet">
        {message}
      </Callout>
      <PageLink href={paths.signInAs(email)} variant="primary" size="lg">
        Go to sign in
      </PageLink>
    </div>
  );
}
