import type { ReactNode } from "react";
import type { SignInOptions } from "@/lib/session/schema";
import { OrProviders, ProviderChoice } from "./provider-choice";
import { SignInForm } from "./sign-in-form";

interface SignInWaysProps {
  options: Pick<SignInOptions, "basic_auth" | "providers">;
  /** A page of ours. */
  back: string;
  /** Who is known already; else empty. */
  username: string;
  /** The button of passkeys, where they work. */
  passkey?: ReactNode;
}

/** What leads in: a password, a passkey, providers, or all of them. */
export function SignInWays({ options, back, username, passkey }: SignInWaysProps) {
  const { basic_auth: hasPasswords, providers } = options;
  if (!hasPasswords) return <WithoutPasswords {...{ providers, back, username, passkey }} />;
  return (
    <SignInForm back={back} username={username}>
      <p className="mt-5 text-sm text-ink-3">Forgot your password? Ask an administrator.</p>
      <OrProviders providers={providers} back={back}>
        {passkey}
      </OrProviders>
    </SignInForm>
  );
}

function WithoutPasswords({
  providers,
  back,
  username,
  passkey,
}: Omit<SignInWaysProps, "options"> & Pick<SignInOptions, "providers">) {
  const isAlone = providers.length === 0 && !passkey;
  return (
    <>
      <div className="grid gap-3">
        <ProviderChoice providers={providers} back={back} isMain />
        {passkey}
      </div>
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
