import next from "eslint-config-next";
import nextVitals from "eslint-config-next/core-web-vitals";
import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { boundariesRule, boundariesSettings } from "./eslint.boundaries.mjs";

const code = ["**/*.{ts,tsx,mjs}"];
const typescript = ["**/*.{ts,tsx}"];
const tools = ["*.mjs", "*.config.ts", "{scripts,prisma,e2e,bench,lib/testing}/**/*"];
const tests = ["**/*.test.{ts,tsx}", "lib/*/contract.cases.ts", "lib/testing/**/*", "e2e/**/*"];
const nextFiles = [
  "app/**/{page,layout,loading,error,not-found,global-error,template,default,manifest,icon}.{ts,tsx}",
  "{*.config.{ts,mjs},*.d.ts,proxy.ts}",
];

const processEnv = {
  // NODE_ENV is a constant of the build, which Next writes in.
  selector:
    "MemberExpression[object.name='process'][property.name='env']" +
    ":not(MemberExpression[property.name='NODE_ENV'] > *)",
  message: "Only lib/env.ts reads the environment; take values.",
};
const defaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name: only Next and config files need default exports.",
};
const nextAuth = {
  regex: "^next-auth(/|$)",
  message: "Only lib/auth and its route know next-auth.",
};
const prismaClient = {
  regex: "(^@prisma/client|db/generated|^\\.+/generated)",
  message: "Only lib/db and repositories know Prisma.",
};
const reactLazy = {
  name: "react",
  importNames: ["lazy"],
  message:
    "A script that does not come would kill the page: lazyComponent and lazyDialog survive it.",
};

export default defineConfig(
  {
    ignores: [".build/", ".data/", ".next/", "lib/db/generated/", "next-env.d.ts", "test-results/"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  next,
  nextVitals,
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      ...jsxA11y.flatConfigs.strict.rules,
      ...reactHooks.configs.flat["recommended-latest"].rules,
    },
  },
  {
    files: code,
    plugins: { boundaries },
    settings: boundariesSettings,
    rules: {
      "boundaries/dependencies": boundariesRule,
      "no-restricted-syntax": ["error", processEnv, defaultExport],
      "no-restricted-imports": [
        "error",
        { paths: [reactLazy], patterns: [nextAuth, prismaClient] },
      ],
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  { files: nextFiles, rules: { "no-restricted-syntax": ["error", processEnv] } },
  { files: ["lib/env.ts"], rules: { "no-restricted-syntax": ["error", defaultExport] } },
  { files: tools, rules: { "no-restricted-syntax": "off" } },
  {
    files: ["lib/auth/**/*", "app/api/auth/**/*"],
    rules: { "no-restricted-imports": ["error", { patterns: [prismaClient] }] },
  },
  {
    files: ["lib/db/**/*", "**/{repository,*-repository}.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [nextAuth] }] },
  },
  {
    files: tests,
    rules: { "no-restricted-imports": "off" },
  },
);
