"use client";

import type { ReactNode } from "react";
import { LimitsProvider, type Limits } from "@/components/base/limits-provider";
import type { UserActor } from "@/lib/permissions";
import { FocusKeeper } from "./focus-keeper";
import { SignedInProviders } from "./signed-in-providers";

/** What every page of the console has around it. */
export function ConsoleProviders({
  actor,
  limits,
  nonce,
  children,
}: {
  actor: UserActor;
  limits: Limits;
  nonce: string;
  children: ReactNode;
}) {
  return (
    <SignedInProviders actor={actor} nonce={nonce}>
      <LimitsProvider limits={limits}>{children}</LimitsProvider>
      <FocusKeeper />
    </SignedInProviders>
  );
}
