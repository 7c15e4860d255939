import "server-only";
import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/context";
import { database } from "./client";

interface Origin {
  /** What runs, where an audit entry has the browser's name: `npm run admin`, `job invite.mail`. */
  userAgent: string;
  requestId?: string;
}

/** The context of what the server does by itself, without a call from outside. */
export function systemContext({ userAgent, requestId = randomUUID() }: Origin): Context {
  return {
    requestId,
    actor: { kind: "server" },
    now: new Date(),
    client: { ip: "", userAgent, serverOrigin: () => null, knownBrowser: () => new Map() },
    ifMatch: null,
    marks: [],
    db: database().prisma,
  };
}
