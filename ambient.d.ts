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
