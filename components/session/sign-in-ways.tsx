import type { SignInOptions } from "@/lib/session/schema";
import { OrProviders, ProviderChoice } from "./provider-choice";
import { SignInForm } from "./sign-in-form";

interface SignInWaysProps {
  options: Pick<SignInOptions, "basic_auth" | "providers">;
  /** A page of ours. */
  back: string;
  /** Who is known already; else empty. */
  username: string;
}

/** What leads in: a password, providers, or both. */
export function SignInWays({ options, back, username }: SignInWaysProps) {
  const { basic_auth: hasPasswords, providers } = options;
  if (!hasPasswords) return <WithoutPasswords {...{ providers, back, username }} />;
  return (
    <>
      <SignInForm back={back} username={username} />
      <p className="mt-5 text-sm text-ink-3">Forgot your password? Ask an administrator.</p>
      <OrProviders providers={providers} back={back} />
    </>
  );
}

function WithoutPasswords({
  providers,
  back,
  username,
}: Omit<SignInWaysProps, "options"> & Pick<SignInOptions, "providers">) {
  const isAlone = providers.length === 0;
  return (
    <>
      <ProviderChoice providers={providers} back={back} isMain />
      <noscript>
        <p className="mt-5 text-sm text-ink-2">
          Signing in needs JavaScript. Switch it on and reload.
        </p>
      </noscript>
      <details open={isAlone || username !== ""} className="not-first:mt-5">
        <summary className="w-fit cursor-pointer rounded-sm py-1 text-sm text-ink-2">
          Sign in as super admin
        </summary>
        <p className="mt-2 mb-4 text-sm text-ink-3">Passwords work for the super admin only.</p>
        <SignInForm back={back} username={username} />
      </details>
    </>
  );
}
