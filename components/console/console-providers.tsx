"use client";

import { useState, type ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { ActorProvider } from "@/components/base/actor-provider";
import { LimitsProvider, type Limits } from "@/components/base/limits-provider";
import { OtherUserNotice } from "@/components/session/other-user-notice";
import { SignInAgain } from "@/components/session/sign-in-again";
import { LeaveQuestion } from "@/components/ui/leave-question";
import { Toaster } from "@/components/ui/toaster";
import type { UserActor } from "@/lib/permissions";
import { FocusKeeper } from "./focus-keeper";
import { IdentityCheck } from "./identity-check";
import { createQueryClient } from "./query-client";

/** What every page of the console has around it: who is signed in, the query cache, toasts. */
export function ConsoleProviders({
  actor,
  limits,
  nonce,
  children,
}: {
  actor: UserActor;
  limits: Limits;
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
        <LimitsProvider limits={limits}>{children}</LimitsProvider>
        <IdentityCheck username={actor.username} />
        <SignInAgain username={actor.username} />
        <OtherUserNotice id={actor.id} username={actor.username} />
        <LeaveQuestion />
        <FocusKeeper />
      </ActorProvider>
      <Toaster />
    </QueryClientProvider>
  );
}
