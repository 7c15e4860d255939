"use client";

// eslint-disable-next-line no-restricted-imports -- the one place that knows what to do when it fails
import { lazy, Suspense, useState, useTransition, type ComponentType, type ReactNode } from "react";
import { loadScriptTwice, ScriptError } from "@/lib/load-script";
import { LoadFailure, LoadFailureDialog, type LoadFailureProps } from "./load-failure";
import { preloadWhenIdle } from "./preload-when-idle";

type Load<Props> = () => Promise<ComponentType<Props>>;

interface Options<Props> {
  /** In its place until it is there. The server's HTML stays as it is. */
  fallback?: ReactNode;
  /** In its place when its script did not come. */
  failed?: (failure: LoadFailureProps, props: Props) => ReactNode;
}

interface Lazy<Props> {
  (props: Props): ReactNode;
  /** Loads the script before it is needed, as when the pointer is on its way. */
  preload: () => void;
  isLoaded: () => boolean;
}

/**
 * A component whose script comes after the page's first one. When it does not come, the page stays: it is tried a
 * second time, then said in its place, and asked for anew by a button or by the next use.
 * @example const UsersTable = lazyComponent(async () => (await import("./users-table")).UsersTable);
 */
export function lazyComponent<Props extends object>(
  load: Load<Props>,
  { fallback = null, failed = inPlace }: Options<Props> = {},
): Lazy<Props> {
  let isLoaded = false;
  // React keeps a failure for ever; every try has an object of its own.
  let part = newTry();

  function newTry() {
    return lazy(async (): Promise<{ default: ComponentType<PartProps<Props>> }> => {
      try {
        const Loaded = await loadScriptTwice(load);
        isLoaded = true;
        return { default: ({ props }) => <Loaded {...props} /> };
      } catch (error) {
        part = newTry();
        if (!(error instanceof ScriptError)) throw error;
        return { default: ({ props, ...retry }) => failed({ error, ...retry }, props) };
      }
    });
  }

  function LazyComponent(props: Props) {
    const [Part, setPart] = useState(() => part);
    const [isRetrying, startTransition] = useTransition();

    function handleRetry() {
      startTransition(() => {
        setPart(part);
      });
    }

    return (
      <Suspense fallback={fallback}>
        <Part props={props} isRetrying={isRetrying} onRetry={handleRetry} />
      </Suspense>
    );
  }

  LazyComponent.preload = () => {
    void load().catch(() => undefined);
  };
  LazyComponent.isLoaded = () => isLoaded;
  return LazyComponent;
}

interface PartProps<Props> {
  props: Props;
  isRetrying: boolean;
  onRetry: () => void;
}

/** A lazy component that lies above the page: a dialog, a menu. Its script comes when the page has come to rest. */
export function lazyDialog<Props extends { onClose: () => void }>(load: Load<Props>): Lazy<Props> {
  const Opened = lazyComponent(load, {
    failed: (failure, { onClose }) => <LoadFailureDialog {...failure} onClose={onClose} />,
  });
  preloadWhenIdle(Opened.preload);
  return Opened;
}

function inPlace(failure: LoadFailureProps) {
  return <LoadFailure {...failure} />;
}
