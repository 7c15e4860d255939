// What programs that read the document go by.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "@/lib/api/openapi";
import { contractTables } from "./contracts";

const value = z.object({
  type: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.unknown().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
});
const operation = z.object({
  operationId: z.string(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        schema: value.extend({ items: value.optional() }),
      }),
    )
    .default([]),
  responses: z.record(z.string(), z.unknown()),
});
const document = z
  .object({ paths: z.record(z.string(), z.record(z.string(), operation)) })
  .parse(openApiDocument(contractTables));

const operations = Object.values(document.paths)
  .flatMap((path) => Object.values(path))
  .map((each) => ({ name: each.operationId, ...each }));
const parameters = operations.flatMap(({ name, parameters: own }) =>
  own.map(({ name: key, schema }) => ({ name: `${name} ${key}`, key, schema })),
);

describe("a parameter of the OpenAPI document", () => {
  test.each(parameters.filter(({ key }) => key === "page" || key === "per_page"))(
    "$name is a whole number with bounds",
    ({ key, schema }) => {
      const bounds = { page: [1, 1_000_000_000, 1], per_page: [1, 500, 10] }[key];
      expect([schema.minimum, schema.maximum, schema.default]).toEqual(bounds);
      expect(schema).toMatchObject({ type: "integer" });
      expect(schema.pattern).toBeUndefined();
    },
  );

  test.each(
    parameters
      .map((each) => ({ ...each, value: each.schema.items ?? each.schema }))
      .filter((each) => each.value.type === "string" && each.value.enum === undefined),
  )("$name says what text it takes", ({ value: { pattern = "" } }) => {
    expect("a\u0000b").not.toMatch(new RegExp(pattern, "u"));
  });
});

describe("the answers of the OpenAPI document", () => {
  test.each(operations)("of $name are named one by one", ({ responses }) => {
    const statuses = Object.keys(responses);
    expect(statuses).toEqual(expect.arrayContaining(["200", "500", "503"]));
    expect(statuses.every((status) => /^\d{3}$/.test(status))).toBe(true);
  });
});

test("a text with an entity tag says that it may be spared", () => {
  const file = operations.find(({ operationId }) => operationId === "gateway.wireguard");
  expect(Object.keys(file?.responses ?? {})).toContain("304");
  expect(file?.parameters.map(({ name }) => name)).toContain("If-None-Match");
});
