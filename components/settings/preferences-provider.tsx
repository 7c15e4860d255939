"use client";

import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import type { SettingsUpdate, UserSettings } from "@/lib/settings/schema";
import { applyPreferences } from "./apply-preferences";
import { createOwnPreferences } from "./own-preferences";
import { settingsQuery } from "./queries";

interface Preferences {
  preferences: UserSettings;
  /** Shows everywhere at once and is saved; taken back, with a message, when it cannot be. */
  changePreferences: (change: SettingsUpdate) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

/** One's own preferences for the whole console, in step with the page's root element and the other tabs. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const { username } = useActor();
  const client = useQueryClient();
  const { data: preferences } = useSuspenseQuery(settingsQuery(username));
  const [own] = useState(() => createOwnPreferences(client, username));
  useEffect(() => own.followOtherTabs(), [own]);

  return (
    <PreferencesContext value={{ preferences, changePreferences: own.change }}>
      <RootElement preferences={preferences} />
      {children}
    </PreferencesContext>
  );
}

/** The server renders the root element; from then on it follows what is chosen. Each page brings a new head. */
function RootElement({ preferences }: { preferences: UserSettings }) {
  const pathname = usePathname();
  useEffect(() => {
    applyPreferences(preferences);
  }, [preferences, pathname]);
  return null;
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error("usePreferences works only below the console's layout.");
  return preferences;
}
