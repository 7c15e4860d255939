// The import table of the house style: which kind of file may import which.

const kits = "{ui,data-table,form,layout,command-menu,picker,grid}";

/** The first zone whose pattern matches a file is the file's; `domain` is its folder. */
const zones = [
  zone("test", [
    "**/*.test.ts",
    "**/*.test.tsx",
    "lib/*/contract.cases.ts",
    "lib/testing/**/*",
    "e2e/**/*",
  ]),
  zone("tool", ["*.mjs", "*.config.ts", "*.d.ts", "scripts/**/*", "bench/**/*", "prisma/**/*"]),
  zone("kit", [`components/${kits}/**/*`]),
  zone("base", ["components/base/*"]),
  zone("console", ["components/console/**/*"]),
  // A subfolder is private: what is used from elsewhere too stands in the domain's folder itself.
  zone("component-part", ["components/(*)/(*)/**/*"], ["domain", "part"]),
  zone("component", ["components/(*)/*"], ["domain"]),
  zone("route", ["app/api/**/route.ts", "app/metrics/route.ts"]),
  zone("page", ["app/**/*"]),
  zone("proxy", ["proxy.ts"]),
  zone("server", ["server.ts", "lib/server/**/*"]),
  zone("environment", ["lib/{env,logger}.ts"]),
  zone("metrics", ["lib/metrics.ts"]),
  zone("context", ["lib/context.ts"]),
  zone("plain", ["lib/*.ts", "lib/reach/values.ts"]),
  zone("reference", ["lib/domains/api-reference.ts"]),
  // The lists of all domains, and what is made with them: above everything that handles a single one.
  zone("domains", ["lib/domains/**/*"]),
  zone("contract-kit", ["lib/api/contract.ts", "lib/audit/definition.ts"]),
  zone("client", ["lib/api/{client,call,api-error}.ts"]),
  zone("api", ["lib/api/**/*"]),
  zone("db", ["lib/db/**/*"]),
  zone("crypto", ["lib/crypto/**/*"]),
  zone("mail", ["lib/mail/**/*"]),
  zone("job", ["lib/(*)/jobs.ts"], ["domain"]),
  zone("core", ["lib/(auth|jobs)/**/*"], ["domain"]),
  zone("reach", [
    "lib/reach/{statements,openings,rows-after,repository,change-repository,losing,what-changes}.ts",
  ]),
  zone("schema", ["lib/(*)/{schema,*-schema}.ts"], ["domain"]),
  zone("contract", ["lib/(*)/contract.ts"], ["domain"]),
  zone("policy", ["lib/(*)/{policy,*-policy}.ts"], ["domain"]),
  zone("effects", ["lib/(*)/{effects,*-effects}.ts"], ["domain"]),
  zone("service", ["lib/(*)/{service,*-service}.ts", "lib/(*)/service/**/*"], ["domain"]),
  zone("repository", ["lib/(*)/{repository,*-repository}.ts"], ["domain"]),
  zone("core", ["lib/(audit)/*"], ["domain"]),
  zone("part", ["lib/(*)/**/*"], ["domain"]),
];

const everything = [...new Set(zones.map(({ category }) => category))];
const plain = ["plain", "context"];
const described = ["schema", "part", "contract-kit", ...plain];
const shownBy = ["component", "base", "kit", "contract", "policy", "client", ...described];
const ownDomain = ["schema", "contract", "policy", "part", "repository", "service"];

/**
 * own: only of the same domain; same: only of the same subfolder
 * @type {Record<string, { any?: string[], own?: string[], same?: string[] }>}
 */
const table = {
  test: { any: everything },
  tool: { any: everything },
  kit: { any: ["kit", ...plain] },
  // Below the domains what all of them stand on, above them what puts them together.
  base: { any: ["base", "kit", "client", ...plain] },
  console: { any: ["console", ...shownBy] },
  component: { any: shownBy },
  "component-part": { any: shownBy, same: ["component-part"] },
  page: {
    any: [
      "page",
      "console",
      "component",
      "component-part",
      "base",
      "kit",
      "reference",
      "service",
      "core",
      "schema",
      "part",
      ...plain,
    ],
  },
  reference: { any: ["api", "domains", ...plain] },
  proxy: { any: ["api", "core", "domains", "environment", ...plain] },
  route: { any: ["api", "contract", "service", "core", "domains", "environment", "metrics"] },
  server: {
    any: everything.filter(
      (category) =>
        !["page", "console", "component", "component-part", "base", "kit"].includes(category),
    ),
  },
  plain: { any: plain },
  context: { any: ["db", ...plain] },
  environment: { any: ["environment", ...plain] },
  metrics: { any: ["environment", "db", ...plain] },
  "contract-kit": { any: plain },
  client: { any: ["client", "contract-kit", ...plain] },
  api: { any: ["api", "core", "contract-kit", "environment", "metrics", "db", ...plain] },
  domains: {
    any: ["api", "contract", "core", "domains", "effects", "environment", "job", ...described],
  },
  db: { any: ["db", "environment", ...plain] },
  crypto: { any: ["crypto", "environment", ...plain] },
  mail: { any: ["mail", "db", "environment", ...plain] },
  reach: { any: ["reach", "db", "part", ...plain] },
  core: {
    any: ["db", "reach", "part", "crypto", "environment", "contract-kit", ...plain],
    own: ["core", ...ownDomain],
  },
  schema: { any: described },
  contract: { any: described, own: ["contract"] },
  policy: { any: ["policy", ...described] },
  service: {
    any: ["service", "effects", "policy", "core", "mail", "reach", "crypto", "db", ...described],
    own: ["job", ...ownDomain],
  },
  // What does not authorize: for services only, never for a route or a page. A floor below all domains.
  effects: {
    any: ["repository", "core", "mail", "reach", "crypto", "db", ...described],
  },
  repository: { any: ["db", "reach", ...plain], own: ["repository", "schema", "part"] },
  // No services, which import the jobs that they enqueue.
  job: {
    any: ["effects", "core", "mail", "reach", "crypto", "environment", "db", ...described],
    own: ["policy", "part", "repository"],
  },
  part: { any: ["core", "crypto", "db", ...described], own: ownDomain },
};

export const boundariesSettings = {
  "boundaries/include": ["**/*.{ts,tsx,mjs}"],
  "boundaries/files": zones,
  "boundaries/elements": [],
  "import/resolver": { typescript: { alwaysTryTypes: true } },
};

/** @type {["error", object]} */
export const boundariesRule = [
  "error",
  {
    default: "disallow",
    checkInternals: true,
    message:
      "{{from.file.categories}} may not import {{to.file.categories}}: see docs/architecture.md.",
    policies: Object.entries(table).map(([from, { any = [], own = [], same = [] }]) => ({
      from: { file: { categories: from } },
      allow: {
        to: [
          { file: { categories: any } },
          { file: { categories: own, captured: { domain: "{{from.file.captured.domain}}" } } },
          {
            file: {
              categories: same,
              captured: {
                domain: "{{from.file.captured.domain}}",
                part: "{{from.file.captured.part}}",
              },
            },
          },
        ],
      },
    })),
  },
];

/** @param {string} category @param {string[]} pattern @param {string[]} [capture] */
function zone(category, pattern, capture) {
  return { category, pattern, ...(capture && { capture }), exclusive: true };
}
