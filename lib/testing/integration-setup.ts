import { freshDatabase, settleTestEnv } from "./worker-database";

settleTestEnv();
await freshDatabase();
