import type { QueryClient } from "@tanstack/react-query";
import { createOptimisticChange } from "@/components/base/optimistic";
import type { SettingsUpdate, UserSettings } from "@/lib/settings/schema";
import { callSettings } from "./calls";
import { settingsKeys } from "./queries";

/** A text size is mostly reached in several steps. */
const REST_MS = 700;

interface Message {
  username: string;
  preferences: UserSettings;
}

/** Changes one's own preferences, and keeps the tabs of one browser alike. */
export function createOwnPreferences(client: QueryClient, username: string) {
  const queryKey = settingsKeys.of(username);
  let otherTabs: BroadcastChannel | null = null;

  const change = createOptimisticChange<UserSettings, SettingsUpdate>(client, {
    queryKey,
    patch: (before, part) => ({ ...before, ...part }),
    save: (parts) =>
      callSettings("update", { params: { username }, body: merged(parts), isKeptAlive: true }),
    restMsOf: ({ text_size: size }) => (size === undefined ? 0 : REST_MS),
    failure: "Your preferences were not saved",
    onShown: (preferences) => {
      otherTabs?.postMessage({ username, preferences } satisfies Message);
    },
  });

  /** Another tab may still show somebody who was signed in before. Returns the way back. */
  function followOtherTabs(): () => void {
    const channel = new BroadcastChannel("muster-preferences");
    channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if (data.username !== username) return;
      void client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, data.preferences);
    });
    otherTabs = channel;
    return () => {
      channel.close();
      otherTabs = null;
    };
  }

  return { change, followOtherTabs };
}

function merged(parts: readonly SettingsUpdate[]): SettingsUpdate {
  return parts.reduce((all, part) => ({ ...all, ...part }), {});
}
