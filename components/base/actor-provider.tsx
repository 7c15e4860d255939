"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { UserActor } from "@/lib/permissions";

const ActorContext = createContext<UserActor | null>(null);

/** Who is signed in, for the whole console: policies answer in the browser with the same actor as on the server. */
export function ActorProvider({ actor, children }: { actor: UserActor; children: ReactNode }) {
  return <ActorContext value={actor}>{children}</ActorContext>;
}

export function useActor(): UserActor {
  const actor = useContext(ActorContext);
  if (!actor) throw new Error("useActor works only below the console's layout.");
  return actor;
}
