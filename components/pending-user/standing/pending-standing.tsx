"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { PublicLayout } from "@/components/layout/public-layout";
import { ProviderForm } from "@/components/session/provider-form";
import { providerName, type ProviderName } from "@/components/session/provider-names";
import { Name } from "@/components/ui/name";
import { PageLink } from "@/components/ui/page-link";
import { Spinner } from "@/components/ui/spinner";
import { paths } from "@/lib/paths";
import type { PendingState } from "@/lib/pending-user/schema";
import { usePendingState } from "./use-pending-state";

interface PendingStandingProps {
  /** Null where this browser has asked for nothing. */
  first: PendingState | null;
  providers: readonly ProviderName[];
  /** What the server is called. */
  host: string;
}

/** How it stands with whoever asked to be let in. It turns by itself, and once they are let in they go on by themselves. */
export function PendingStanding({ first, providers, host }: PendingStandingProps) {
  const state = usePendingState(first);
  const { title, text } = wordsOf(state, host);
  return (
    <PublicLayout
      title={title}
      description={
        <p role="status" className="text-ink-2">
          {text}
        </p>
      }
    >
      <WhatToDo state={state} providers={providers} />
    </PublicLayout>
  );
}

function wordsOf(state: PendingState | null, host: string): { title: string; text: ReactNode } {
  switch (state?.state) {
    case "waiting":
      return {
        title: "Waiting to be let in",
        text: (
          <>
            An administrator of <Name>{host}</Name> has to let you in. This page turns by itself:
            you can leave it open, or come back later.
          </>
        ),
      };
    case "approved":
      return {
        title: "You are in",
        text: "An administrator has let you in. If nothing happens, press Continue.",
      };
    case "gone":
      return {
        title: "You are not let in",
        text: (
          <>
            Your request was turned down or has ended. Ask an administrator of <Name>{host}</Name>,
            or sign in again to ask anew.
          </>
        ),
      };
    case undefined:
      return {
        title: "Nothing is waiting here",
        text: "This browser has asked for nothing, or its cookie is gone. Sign in as you did when you asked to be let in: you find out how it stands.",
      };
  }
}

function WhatToDo({
  state,
  providers,
}: { state: PendingState | null } & Pick<PendingStandingProps, "providers">) {
  if (state?.state === "waiting") {
    return (
      <p className="flex items-center gap-2 text-sm text-ink-3">
        <Spinner /> Asked with {providerName(providers, state.provider)}
      </p>
    );
  }
  const isKnown = providers.some(({ id }) => id === state?.provider);
  if (state?.state === "approved" && isKnown) return <GoOn provider={state.provider} />;
  return (
    <PageLink href={paths.signIn()} size="lg">
      Go to sign in
    </PageLink>
  );
}

const WENT_ON = "muster-went-on";

/** Goes through the provider once more, which knows them by now: by itself only once, so that nobody goes in circles. */
function GoOn({ provider }: { provider: string }) {
  const boxRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (sessionStorage.getItem(WENT_ON) !== null) return;
    sessionStorage.setItem(WENT_ON, "true");
    boxRef.current?.querySelector("form")?.requestSubmit();
  }, []);

  return (
    <div ref={boxRef}>
      <ProviderForm provider={provider} label="Continue" back={paths.home} variant="primary" />
    </div>
  );
}
