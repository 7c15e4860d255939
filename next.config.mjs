/** @type {import("next").NextConfig} */
const config = {
  // Every build has a folder of its own, so that a running server keeps the files it was started with.
  distDir: process.env.NEXT_DIST_DIR ?? ".build/next",
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "react-email",
  ],
  experimental: {
    // Else one `import()` waits for other chunks in each place that it stands in, all under one name, of which the
    // first to arrive counts: a part of a page could run before what it needs was there.
    turbopackClientSideNestedAsyncChunking: false,
  },
  // `npm test` runs tsc itself; Next writes into the tsconfig it is given unless that extends another.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
};

export default config;
