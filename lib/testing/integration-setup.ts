import { freshDatabase } from "./worker-database";

await freshDatabase();
