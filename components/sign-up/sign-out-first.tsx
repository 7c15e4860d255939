"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { Callout } from "@/components/ui/callout";
import { Name } from "@/components/ui/name";
import { loadScriptTwice } from "@/lib/load-script";
import { paths } from "@/lib/paths";

/** Instead of the form while somebody else is signed in in this browser. */
export function SignOutFirst({ email, username }: { email: string; username: string }) {
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function handleSignOut() {
    setIsPending(true);
    setFailure(null);
    try {
      const { signOutHere } = await loadScriptTwice(
        () => import("@/components/session/sign-out-here"),
      );
      await signOutHere();
      window.location.reload();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "Something went wrong. Try again.");
      setIsPending(false);
    }
  }

  return (
    <div className="grid gap-5">
      {failure !== null && (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      )}
      <p>
        <Name>{username}</Name> is signed in in this browser, and this invite is for{" "}
        <Name>{email}</Name>.
      </p>
      <div className="grid gap-3">
        <Button
          variant="primary"
          size="lg"
          isPending={isPending}
          onClick={() => void handleSignOut()}
        >
          Sign out and go on
        </Button>
        <PageLink href={paths.home} size="lg">
          Stay signed in
        </PageLink>
      </div>
    </div>
  );
}
