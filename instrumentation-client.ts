// zod looks for `eval` when a schema is made, which the Content-Security-Policy forbids and reports.
// Its settings are a global for this purpose; set here, before any schema, without loading zod itself.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
