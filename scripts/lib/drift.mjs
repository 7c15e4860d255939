// Finds what prisma/schema.prisma has that a database, or the migrations, have not.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { connect } from "./connect.mjs";
import { migrate } from "./migrate.mjs";
import { withSchemaEngine } from "./schema-engine.mjs";

const filters = { externalTables: [], externalEnums: [] };

/**
 * Compares a migrated database with the schema.
 *
 * @param {string} databaseUrl
 * @param {{ schemaPath: string }} options
 * @returns {Promise<string>} the SQL that is missing to reach the schema; empty when there is none
 */
export async function checkDrift(databaseUrl, { schemaPath }) {
  const schema = await readFile(schemaPath, "utf8");
  const files = [{ path: "schema.prisma", content: schema }];
  const { exitCode, stdout } = await withSchemaEngine({ databaseUrl, schema }, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaPath) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
      ...{ shadowDatabaseUrl: null },
    }),
  );
  if (exitCode === 0 || stdout === null) return "";
  return withoutIndexDrops(stdout, await readCoveringIndexes(databaseUrl));
}

/**
 * Writes the SQL of the next migration, without touching the database it is meant for.
 *
 * @param {string} scratchUrl an empty database that may be changed
 * @param {{ migrationsDir: string, schemaPath: string }} paths
 * @returns {Promise<string>} empty when the migrations already lead to the schema
 */
export async function diffMigration(scratchUrl, paths) {
  await migrate(scratchUrl, paths);
  return checkDrift(scratchUrl, paths);
}

/**
 * The schema language has no word for `INCLUDE`, so the engine would drop such an index.
 *
 * @param {string} databaseUrl
 * @returns {Promise<Set<string>>}
 */
async function readCoveringIndexes(databaseUrl) {
  const client = await connect(databaseUrl);
  const { rows } = await client
    .query(
      `SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
       WHERE indnatts > indnkeyatts`,
    )
    .finally(() => client.end());
  return new Set(rows.map((row) => String(row.relname)));
}

/** @param {string} script @param {Set<string>} indexes */
function withoutIndexDrops(script, indexes) {
  const steps = script.trim().split(/\n\n(?=-- )/);
  const kept = steps.filter((step) => {
    const dropped = /^-- DropIndex\nDROP INDEX "(.+)";$/.exec(step)?.[1];
    return dropped === undefined || !indexes.has(dropped);
  });
  return kept.length === 0 ? "" : `${kept.join("\n\n")}\n`;
}
