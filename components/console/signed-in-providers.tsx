"use client";

import { useState, type ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { ActorProvider } from "@/components/base/actor-provider";
import { OtherUserNotice } from "@/components/session/other-user-notice";
import { SignInAgain } from "@/components/session/sign-in-again";
import { LeaveQuestion } from "@/components/ui/leave-question";
import { Toaster } from "@/components/ui/toaster";
import type { UserActor } from "@/lib/permissions";
import { IdentityCheck } from "./identity-check";
import { createQueryClient } from "./query-client";

/** What every page of somebody who is signed in has around it: who it is, the query cache, toasts. */
export function SignedInProviders({
  actor,
  nonce,
  children,
}: {
  actor: UserActor;
  /** Radix's dialogs add a style element, which the Content-Security-Policy must know. */
  nonce: string;
  children: ReactNode;
}) {
  const [client] = useState(() => {
    setNonce(nonce);
    return createQueryClient();
  });
  return (
    <QueryClientProvider client={client}>
      <ActorProvider actor={actor}>
        {children}
        <IdentityCheck username={actor.username} />
        <SignInAgain username={actor.username} />
        <OtherUserNotice id={actor.id} username={actor.username} />
        <LeaveQuestion />
      </ActorProvider>
      <Toaster />
    </QueryClientProvider>
  );
}
