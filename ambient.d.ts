/// <reference types="next" />
/// <reference types="next/image-types/global" />

/** Made by scripts/lib/bundle.mjs from the files under app/api. */
declare module "virtual:routes" {
  export const routes: readonly {
    path: string;
    module: Partial<Record<string, unknown>>;
  }[];
}

declare module "eslint-plugin-jsx-a11y" {
  const plugin: { flatConfigs: { strict: { rules: import("eslint").Linter.RulesRecord } } };
  export default plugin;
}

/** The part of the Navigation API that we use. TypeScript's library does not describe it yet. */
interface NavigateEvent extends Event {
  readonly navigationType: "push" | "reload" | "replace" | "traverse";
  readonly destination: { readonly key: string };
}

interface Navigation {
  addEventListener: ((
    type: "navigate",
    listener: (event: NavigateEvent) => void,
    options?: AddEventListenerOptions,
  ) => void) &
    ((type: "currententrychange", listener: () => void, options?: AddEventListenerOptions) => void);
  traverseTo: (key: string) => unknown;
  readonly currentEntry: { readonly key: string } | null;
}

interface Window {
  readonly navigation?: Navigation;
}
