import { createStore } from "@/components/ui/store";

/** Who has signed in in this browser in place of the person whom this page shows; null for nobody. */
export const otherUser = createStore<string | null>(null);

const CHANNEL = "muster-sign-in";

export function tellTabs(username: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(username);
  channel.close();
}

/** Returns the way back. */
export function followTabs(onSignIn: (username: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<string>) => {
    onSignIn(data);
  });
  return () => {
    channel.close();
  };
}
