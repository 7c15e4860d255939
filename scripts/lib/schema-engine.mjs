// Prisma's schema engine in its WebAssembly build, which needs no download.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

const charTypeId = 18;
const textTypeId = 25;

/** @typedef {import("@prisma/schema-engine-wasm").SchemaEngine} SchemaEngine */
/** @import pg from "pg" */

/**
 * @template T
 * @param {object} options
 * @param {string} options.databaseUrl
 * @param {string} options.schema text of schema.prisma
 * @param {(engine: SchemaEngine) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSchemaEngine({ databaseUrl, schema }, work) {
  await loadEngine();
  const factory = createAdapterFactory(databaseUrl);
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}

/** @type {Promise<void> | undefined} */
let loading;

function loadEngine() {
  loading ??= instantiate();
  return loading;
}

async function instantiate() {
  // Without it a panic of the engine hides behind a TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (/** @type {string} */ text) => console.error(text),
    },
  });
  const entry = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const { instance } = await WebAssembly.instantiate(
    await readFile(entry.replace(/\.js$/, ".wasm")),
    { "./schema_engine_bg.js": engineModule },
  );
  setWasm(instance.exports);
}

/** @param {WebAssembly.Exports} exports */
function setWasm(exports) {
  const glue = new Map(Object.entries(engineModule));
  callIfFunction(glue.get("__wbg_set_wasm"), exports);
  callIfFunction(exports["__wbindgen_start"]);
}

/** @param {unknown} candidate @param {unknown[]} args */
function callIfFunction(candidate, ...args) {
  if (typeof candidate !== "function") throw new TypeError("The schema engine cannot be loaded.");
  candidate(...args);
}

/**
 * The pg adapter, but it can read "char" columns, which it cannot by itself. Its shadow database would be the
 * real one, so there is none.
 *
 * @param {string} databaseUrl
 */
function createAdapterFactory(databaseUrl) {
  const factory = new PrismaPg({ connectionString: databaseUrl });
  /** @type {Awaited<ReturnType<PrismaPg["connect"]>>[]} */
  const adapters = [];
  return {
    provider: /** @type {const} */ ("postgres"),
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => Promise.reject(new Error("There is no shadow database.")),
    close: () => Promise.allSettled(adapters.map((adapter) => adapter.dispose())),
  };

  async function connect() {
    const adapter = await factory.connect();
    adapters.push(adapter);
    readCharColumns(adapter);
    return adapter;
  }
}

/** @param {Awaited<ReturnType<PrismaPg["connect"]>>} adapter */
function readCharColumns(adapter) {
  /** @type {WeakMap<unknown[], number[]>} */
  const charColumns = new WeakMap();
  const performIO = adapter["performIO"].bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);

  adapter["performIO"] = async (/** @type {Parameters<typeof queryRaw>[0]} */ query) => {
    /** @type {pg.QueryArrayResult} */
    const result = await performIO(query);
    const chars = result.fields.filter((field) => field.dataTypeID === charTypeId);
    charColumns.set(
      result.rows,
      chars.map((field) => result.fields.indexOf(field)),
    );
    for (const field of chars) field.dataTypeID = textTypeId;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of charColumns.get(result.rows) ?? []) {
      result.columnTypes[column] = ColumnTypeEnum.Character;
    }
    return result;
  };
}
