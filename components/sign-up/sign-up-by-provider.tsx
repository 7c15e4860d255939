import { ProviderChoice } from "@/components/session/provider-choice";
import type { ProviderName } from "@/components/session/provider-names";
import { Name } from "@/components/ui/name";
import { paths } from "@/lib/paths";

/** Instead of the form where passwords are switched off: whoever has the invited address at a provider is let in. */
export function SignUpByProvider({
  email,
  providers,
}: {
  email: string;
  providers: readonly ProviderName[];
}) {
  return (
    <div className="grid gap-5">
      <p>
        Sign in with the account whose address is{" "}
        <strong className="font-medium [overflow-wrap:anywhere]">
          <Name>{email}</Name>
        </strong>
        , and you are in.
      </p>
      <ProviderChoice providers={providers} back={paths.home} isMain />
      <noscript>
        <p className="text-sm text-ink-2">Signing up needs JavaScript. Switch it on and reload.</p>
      </noscript>
    </div>
  );
}
