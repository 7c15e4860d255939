"use client";

import { Monitor, Smartphone, SquareTerminal } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import type { Session } from "@/lib/session/schema";
import { deviceName, isPhone } from "./device-name";
import { useEndSession } from "./mutations";
import { useSignOut } from "./sign-out";
import { signInMethod } from "./session-words";

/** One session: from where, since when, how signed in; and a way to end it. */
export function SessionRow({ session, onEnded }: { session: Session; onEnded: () => void }) {
  const device = deviceName(session.user_agent);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 grow basis-64 items-center gap-4">
        <span aria-hidden="true" className="text-ink-3 [&_svg]:size-5">
          <SessionIcon session={session} />
        </span>
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
            <span className="min-w-0 [overflow-wrap:anywhere]" title={session.user_agent}>
              {device}
            </span>
            {session.current && <Badge tone="accent">This session</Badge>}
          </p>
          <p className="text-sm text-ink-3">
            {session.ip} · {signInMethod(session)} · signed in{" "}
            <RelativeTime value={session.created_at} />
          </p>
        </div>
      </div>
      <div className="ps-9 text-sm text-ink-3 sm:ps-0 sm:text-end">
        <p>
          Last seen <RelativeTime value={session.last_seen} />
        </p>
        <p>
          Ends <RelativeTime value={session.expires_at} />
        </p>
      </div>
      <div className="ms-auto">
        {session.current ? (
          <SignOutButton />
        ) : (
          <EndButton session={session} device={device} onEnded={onEnded} />
        )}
      </div>
    </li>
  );
}

function SessionIcon({ session }: { session: Session }) {
  if (session.kind === "api") return <SquareTerminal />;
  return isPhone(session.user_agent) ? <Smartphone /> : <Monitor />;
}

function SignOutButton() {
  const signOut = useSignOut();
  return (
    <Button size="sm" isPending={signOut.isPending} onClick={signOut.run}>
      Sign out
    </Button>
  );
}

function EndButton({
  session,
  device,
  onEnded,
}: {
  session: Session;
  device: string;
  onEnded: () => void;
}) {
  const endSession = useEndSession();

  function handleClick() {
    endSession.mutate(session.id, {
      onSuccess: () => {
        onEnded();
        toast.success(`Session on ${device} ended`);
      },
    });
  }

  return (
    <Button
      size="sm"
      aria-label={`End session: ${device}, ${session.ip}`}
      isPending={endSession.isPending}
      onClick={handleClick}
    >
      End
    </Button>
  );
}
