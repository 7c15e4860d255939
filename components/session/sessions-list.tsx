"use client";

import { useRef, useState } from "react";
import { LogOut, MonitorSmartphone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyDialog } from "@/components/ui/lazy-component";
import { formatCount } from "@/lib/format";
import type { Session } from "@/lib/session/schema";
import { SessionRow } from "./session-row";

const SessionsEndDialog = lazyDialog(
  async () => (await import("./sessions-end-dialog")).SessionsEndDialog,
);

const SHOWN_AT_FIRST = 25;
const MAX_LISTED = 1000;

/** The lazy part of `SessionsOfUser`: a user's live sessions. */
export function SessionsList({
  username,
  sessions,
}: {
  username: string;
  sessions: readonly Session[];
}) {
  const listRef = useRef<HTMLUListElement>(null);
  const [isShowingAll, setIsShowingAll] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const shown = isShowingAll ? sessions : sessions.slice(0, SHOWN_AT_FIRST);

  if (sessions.length === 0) return <NoSessions />;
  return (
    <div>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-3">{countText(sessions.length)}</p>
        <Button
          variant="danger-quiet"
          icon={<LogOut />}
          onClick={() => {
            setIsEnding(true);
          }}
        >
          Sign out everywhere…
        </Button>
      </div>
      <ul
        ref={listRef}
        aria-label="Sessions"
        tabIndex={-1}
        data-programmatic-focus
        className="divide-y divide-line overflow-clip rounded-xl border border-line bg-surface"
      >
        {shown.map((session) => (
          <SessionRow key={session.id} session={session} onEnded={() => listRef.current?.focus()} />
        ))}
      </ul>
      {shown.length < sessions.length && (
        <Button
          variant="ghost"
          className="mt-2"
          onClick={() => {
            setIsShowingAll(true);
          }}
        >
          Show all {formatCount(sessions.length, "session")}
        </Button>
      )}
      {isEnding && (
        <SessionsEndDialog
          username={username}
          count={sessions.length}
          onClose={() => {
            setIsEnding(false);
          }}
        />
      )}
    </div>
  );
}

function NoSessions() {
  return (
    <EmptyState icon={<MonitorSmartphone />} title="No sessions">
      Nobody is signed in to this account.
    </EmptyState>
  );
}

function countText(count: number): string {
  const text = formatCount(count, "session");
  return count >= MAX_LISTED ? `The newest ${text}` : text;
}
