// The contract tables and the route files say the same.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { auditVerbsOf, pathParameters, type Contract } from "@/lib/api/contract";
import { openApiDocument } from "@/lib/api/openapi";
import { defaultLimits } from "@/lib/limits";
import { isRouteHandler, loadRoutes, pathOfRouteFile, routeFiles } from "@/lib/testing/routes";
import { contracts, contractTables } from "./contracts";
import { audits } from "./audits";

const routes = await loadRoutes();
const nameOf = ({ method, path: at }: Contract) => `${method} ${at}`;
const entries = contracts.map((contract) => ({ name: nameOf(contract), contract }));
const writes = entries.filter(({ contract }) => contract.method !== "GET");

const declared = Object.values(audits).flatMap(({ verbs }): readonly string[] => verbs);

describe("the contract tables", () => {
  test("have no method and path twice", () => {
    const names = entries.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test.each(entries)("$name has a route file that exports it", ({ contract }) => {
    const route = routes.find((each) => each.path === contract.path);
    const handler = route?.module[contract.method];
    expect(isRouteHandler(handler) && handler.contract).toBe(contract);
  });

  test("stand behind every export of every route file", () => {
    const exported = routes.flatMap(({ path: at, module }) =>
      Object.keys(module).map((name) => `${name} ${at}`),
    );
    expect(exported.sort()).toEqual(entries.map(({ name }) => name).sort());
  });

  test("name every folder of routes", () => {
    const paths = new Set(entries.map(({ contract }) => contract.path));
    const unknown = routeFiles().filter((file) => !paths.has(asApiPath(pathOfRouteFile(file))));
    expect(unknown).toEqual([]);
  });

  test.each(writes)("$name says what it leaves in the audit log", ({ contract }) => {
    expect("audit" in contract).toBe(true);
    const unknown = auditVerbsOf(contract).filter((verb) => !declared.includes(verb));
    expect(unknown, "verbs that no domain declares").toEqual([]);
  });

  test.each(entries)("$name has a schema for every parameter of its path", ({ contract }) => {
    const inPath = pathParameters(contract.path).map(({ name }) => name);
    expect(Object.keys(contract.params?.shape ?? {})).toEqual(inPath);
  });

  test.each(entries)(
    "$name looks for what it is about, and for the account, where they are",
    ({ contract }) => {
      const { about, throttle } = contract;
      if (about && about.kind !== "row") expect(keysIn(contract, about.in)).toContain(about.name);
      const account = throttle?.account;
      if (account) expect(keysIn(contract, account.in)).toContain(account.name);
    },
  );

  test.each(entries)("$name has an operation in the OpenAPI document", ({ contract }) => {
    const item = z
      .record(z.string(), z.unknown())
      .parse(openApiDocument(contractTables).paths?.[contract.path] ?? {});
    expect(item[contract.method.toLowerCase()]).toMatchObject({ summary: contract.summary });
  });
});

test("no two domains declare the same audit verb", () => {
  expect(declared.filter((verb, at) => declared.indexOf(verb) !== at)).toEqual([]);
});

function asApiPath(at: string): Contract["path"] {
  return `/api/${at.slice("/api/".length)}`;
}

function keysIn(contract: Contract, place: "path" | "query" | "body"): string[] {
  if (place === "path") return Object.keys(contract.params?.shape ?? {});
  if (place === "query") return Object.keys(contract.query?.shape ?? {});
  if (contract.method === "GET") return [];
  const body = typeof contract.body === "function" ? contract.body(defaultLimits) : contract.body;
  return body instanceof z.ZodObject ? Object.keys(body.shape) : [];
}

test("the OpenAPI document has an operation id for each entry, none twice", () => {
  const ids = Object.values(openApiDocument(contractTables).paths ?? {}).flatMap((item) =>
    Object.values(z.record(z.string(), z.object({ operationId: z.string() })).parse(item)).map(
      ({ operationId }) => operationId,
    ),
  );
  const expected = Object.entries(contractTables).flatMap(([table, own]) =>
    Object.keys(own).map((name) => `${table}.${name}`),
  );
  expect(ids.sort()).toEqual(expected.sort());
});
