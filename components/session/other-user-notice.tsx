"use client";

import { useEffect, useLayoutEffect } from "react";
import { callSettings } from "@/components/settings/calls";
import { lazyDialog } from "@/components/ui/lazy-component";
import { useStore } from "@/components/ui/store";
import { onAnotherUser } from "@/lib/api/client";
import { setPageUser } from "@/lib/page-user";
import { followTabs, otherUser } from "./other-user";

const OtherUserDialog = lazyDialog(
  async () => (await import("./other-user-dialog")).OtherUserDialog,
);

/**
 * Once, in the console: says so when somebody else has signed in in this browser. The page is told by the tab where that
 * was, by a refusal of the server, or by its answer when one comes back to this tab.
 */
export function OtherUserNotice({ id, username }: { id: string; username: string }) {
  // Before any effect makes a call.
  useLayoutEffect(() => {
    setPageUser(id);
    return () => {
      setPageUser(null);
    };
  }, [id]);

  useEffect(() => {
    const ends = [
      onAnotherUser(otherUser.set),
      followTabs((name) => {
        otherUser.set(name === username ? null : name);
      }),
      askOnReturn(username),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [username]);

  const other = useStore(otherUser, null);
  if (other === null) return null;
  return (
    <OtherUserDialog
      username={username}
      other={other}
      onClose={() => {
        otherUser.set(null);
      }}
    />
  );
}

/** Any answer will do: the server refuses whoever is not the person of this page. */
function askOnReturn(username: string): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let isAsking = false;
  async function ask() {
    if (isAsking || document.visibilityState === "hidden") return;
    isAsking = true;
    await callSettings("get", { params: { username }, signal }).catch(() => undefined);
    isAsking = false;
  }
  window.addEventListener("focus", () => void ask(), { signal });
  document.addEventListener("visibilitychange", () => void ask(), { signal });
  return () => {
    listening.abort();
  };
}
