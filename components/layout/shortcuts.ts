"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { isComposing } from "@/components/ui/composing";
import { readStored, writeStored } from "@/lib/browser-storage";
import { isApple, isSingleKey, keyName, keyOf, shortcutsKey } from "./shortcut-keys";

/**
 * One registry of shortcuts. Single keys ignore typing and can be switched off; `Mod+K` (⌘ on Apple's
 * keyboards, Ctrl on others) works while one types, too. None works in a dialog or a menu.
 */

export interface Shortcut {
  key: string;
  label: string;
}

const handlers = new Map<string, { shortcut: Shortcut; run: () => void }[]>();
const listeners = new Set<() => void>();
const none: readonly Shortcut[] = [];
let snapshot = none;
let isListOpen = false;

/**
 * While the component is mounted, `key` (as in `KeyboardEvent.key`, or "Mod+K") runs
 * `handler`. The one mounted last wins. `label` is what the shortcuts dialog says. Pass null as
 * handler to switch it off.
 */
export function useShortcut(key: string, label: string, handler: (() => void) | null): void {
  const run = useEffectEvent(() => handler?.());
  const isOn = handler !== null;
  useEffect(() => {
    if (!isOn) return undefined;
    return register({ key, label }, () => {
      run();
    });
  }, [key, label, isOn]);
}

/** All shortcuts that work right now, for the dialog. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    subscribe,
    () => snapshot,
    () => none,
  );
}

/** Whether single keys do something (WCAG 2.1.4), remembered in this browser, and the switch. */
export function useShortcutsEnabled(): [boolean, (isEnabled: boolean) => void] {
  const isEnabled = useSyncExternalStore(subscribe, readEnabled, () => true);
  return [isEnabled, writeEnabled];
}

/** Whether the list of shortcuts is open. */
export function useShortcutListOpen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isListOpen,
    () => false,
  );
}

/** Opens or closes the list, for a menu entry: with single keys switched off, `?` cannot. */
export function setShortcutListOpen(isOpen: boolean): void {
  isListOpen = isOpen;
  notify();
}

/** How a key is written on this person's keyboard: "⌘K", "Ctrl K", "↓". */
export function useShortcutName(key: string): string {
  return useSyncExternalStore(
    subscribe,
    () => keyName(key, isApple()),
    () => keyName(key, false),
  );
}

function register(shortcut: Shortcut, run: () => void): () => void {
  const entry = { shortcut, run };
  if (handlers.size === 0) document.addEventListener("keydown", handleKeyDown);
  handlers.set(shortcut.key, [...(handlers.get(shortcut.key) ?? []), entry]);
  publish();
  return () => {
    const rest = (handlers.get(shortcut.key) ?? []).filter((candidate) => candidate !== entry);
    if (rest.length > 0) handlers.set(shortcut.key, rest);
    else handlers.delete(shortcut.key);
    if (handlers.size === 0) document.removeEventListener("keydown", handleKeyDown);
    publish();
  };
}

function handleKeyDown(event: KeyboardEvent) {
  if (isComposing(event)) return;
  const entry = handlers.get(keyOf(event))?.at(-1);
  if (!entry || event.defaultPrevented || hasOverlay()) return;
  if (isSingleKey(entry.shortcut.key) && (isTyping(event.target) || !readEnabled())) return;
  event.preventDefault();
  entry.run();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return (
    target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)
  );
}

/** Anywhere on the page: a dialog's focus may be on what has just gone. */
function hasOverlay(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}

function publish() {
  snapshot = Array.from(handlers.values(), (entries) => entries.at(-1)?.shortcut).filter(
    (shortcut) => shortcut !== undefined,
  );
  notify();
}

function notify() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function readEnabled(): boolean {
  return readStored(shortcutsKey) !== "off";
}

function writeEnabled(isEnabled: boolean) {
  writeStored(shortcutsKey, isEnabled ? null : "off");
  notify();
}
