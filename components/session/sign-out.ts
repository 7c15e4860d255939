"use client";

import { useMutation } from "@tanstack/react-query";
import { leaveFreely, whenMayLeave } from "@/components/ui/use-leave-guard";
import { loadScriptTwice } from "@/lib/load-script";
import { paths } from "@/lib/paths";
import { callSessions } from "./calls";

/** Ends this session and leaves the console, when nothing is lost by it or the person agrees. */
export function useSignOut(): { run: () => void; isPending: boolean } {
  const { mutate, isPending } = useMutation({
    mutationFn: () => callSessions("logout", { query: {} }),
    onSuccess: leaveConsole,
  });
  function run() {
    whenMayLeave(() => {
      mutate();
    });
  }
  return { run, isPending };
}

/** Ends one's own sessions everywhere, this one too. */
export function useSignOutEverywhere() {
  return useMutation({
    mutationFn: () => callSessions("logout", { query: { all: "true" } }),
    onSuccess: leaveConsole,
    meta: { isShownByForm: true },
  });
}

/** Loads the page, so that nothing of the session stays in memory. */
async function leaveConsole(): Promise<void> {
  const { endBrowserSession } = await loadScriptTwice(() => import("./browser-session"));
  await endBrowserSession();
  leaveFreely();
  window.location.assign(paths.signIn());
}
