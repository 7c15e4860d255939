/** The OpenAPI document as people read it: what the page of the API reference shows. */
import { isRecord } from "./wire";

export interface Reference {
  groups: ReferenceGroup[];
  /** What each status means, wherever it is answered. */
  refusals: { status: string; meaning: string }[];
  /** What several endpoints take or answer, by its name. */
  schemas: { name: string; fields: Field[] }[];
}

export interface ReferenceGroup {
  name: string;
  endpoints: Endpoint[];
}

export interface Endpoint {
  /** Also its place on the page. */
  id: string;
  method: string;
  path: string;
  summary: string;
  who: string;
  parameters: Field[];
  body: Shape | null;
  answer: Answer;
  /** The statuses of refusals. */
  refusals: string[];
}

export interface Answer extends Shape {
  /** It stands in `Response` of the envelope. */
  isWrapped: boolean;
}

/** What goes in or out: a type and, where it is an object of its own, its fields. */
interface Shape {
  type: string;
  fields: Field[];
}

export interface Field {
  /** Dotted where it is inside another. */
  name: string;
  /** Of a parameter: path, query or header. */
  place: string | null;
  type: string;
  isRequired: boolean;
  notes: string[];
}

const OK = "200";
const methods = ["get", "post", "put", "delete"];

export function referenceOf(document: unknown): Reference {
  const operations = Object.entries(recordIn(document, "paths")).flatMap(([path, entries]) =>
    methods
      .filter((method) => isRecord(entries) && method in entries)
      .map((method) => ({ method, path, operation: recordIn(entries, method) })),
  );
  const endpoints = operations.map(endpointOf);
  const names = listIn(document, "tags").map((tag) => textIn(tag, "name"));
  return {
    groups: names.map((name) => ({
      name,
      endpoints: endpoints.filter(({ id }) => id.startsWith(`${name}.`)),
    })),
    refusals: refusalsOf(operations.map(({ operation }) => operation)),
    schemas: Object.entries(recordIn(recordIn(document, "components"), "schemas")).map(
      ([name, schema]) => ({ name, fields: fieldsOf(schema) }),
    ),
  };
}

function endpointOf({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: Record<string, unknown>;
}): Endpoint {
  const body = schemaIn(recordIn(operation, "requestBody"));
  const responses = recordIn(operation, "responses");
  return {
    id: textIn(operation, "operationId"),
    method: method.toUpperCase(),
    path,
    summary: textIn(operation, "summary"),
    who: textIn(operation, "description"),
    parameters: listIn(operation, "parameters").map(parameterOf),
    body: body === null ? null : shapeOf(body),
    answer: answerOf(schemaIn(responses[OK])),
    refusals: Object.keys(responses).filter(isRefusal),
  };
}

function answerOf(schema: unknown): Answer {
  const properties = recordIn(schema, "properties");
  const isWrapped = "Code" in properties && "Response" in properties;
  return { isWrapped, ...shapeOf(isWrapped ? properties["Response"] : schema) };
}

function refusalsOf(operations: readonly unknown[]): Reference["refusals"] {
  const entries = operations.flatMap((operation) =>
    Object.entries(recordIn(operation, "responses")).map(
      ([status, answer]) => [status, textIn(answer, "description")] as const,
    ),
  );
  return [...new Map(entries)]
    .filter(([status]) => isRefusal(status))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([status, meaning]) => ({ status, meaning }));
}

function isRefusal(status: string): boolean {
  return Number(status) >= 400;
}

function parameterOf(parameter: unknown): Field {
  const schema = isRecord(parameter) ? parameter["schema"] : undefined;
  return {
    name: textIn(parameter, "name"),
    place: textIn(parameter, "in"),
    type: typeOf(schema),
    isRequired: isRecord(parameter) && parameter["required"] === true,
    notes: notesOf(schema),
  };
}

function schemaIn(content: unknown): unknown {
  const [first] = Object.values(recordIn(content, "content"));
  return isRecord(first) ? first["schema"] : null;
}

function shapeOf(schema: unknown): Shape {
  return { type: typeOf(schema), fields: fieldsOf(schema) };
}

/** Those of objects inside come after their own, with its name in front. */
function fieldsOf(schema: unknown, prefix = ""): Field[] {
  const required = listIn(schema, "required");
  return Object.entries(recordIn(schema, "properties")).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const field: Field = {
      name,
      place: null,
      type: typeOf(value),
      isRequired: required.includes(key),
      notes: notesOf(value),
    };
    return [field, ...fieldsOf(value, `${name}.`), ...fieldsOf(itemsOf(value), `${name}[].`)];
  });
}

function itemsOf(schema: unknown): unknown {
  return isRecord(schema) ? schema["items"] : undefined;
}

function typeOf(schema: unknown): string {
  if (!isRecord(schema)) return "nothing";
  const reference = schema["$ref"];
  if (typeof reference === "string") return reference.slice(reference.lastIndexOf("/") + 1);
  const choices = [...listIn(schema, "anyOf"), ...listIn(schema, "oneOf")];
  if (choices.length > 0) return choices.map(typeOf).join(" or ");
  if ("const" in schema) return JSON.stringify(schema["const"]);
  const values = listIn(schema, "enum");
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(" or ");
  return plainType(schema);
}

function plainType(schema: Record<string, unknown>): string {
  const { type } = schema;
  if (Array.isArray(type)) return type.map(String).join(" or ");
  if (type === "array") return `list of ${typeOf(schema["items"])}`;
  if (isRecord(schema["additionalProperties"])) {
    return `map to ${typeOf(schema["additionalProperties"])}`;
  }
  return typeof type === "string" ? type : "anything";
}

const limits = {
  format: (value: string) => value,
  minLength: (value: string) => `at least ${value} characters`,
  maxLength: (value: string) => `at most ${value} characters`,
  minimum: (value: string) => `at least ${value}`,
  maximum: (value: string) => `at most ${value}`,
  maxItems: (value: string) => `at most ${value} of them`,
  default: (value: string) => `${value} unless given`,
  description: (value: string) => value,
} as const;

function notesOf(schema: unknown): string[] {
  if (!isRecord(schema)) return [];
  return Object.entries(limits).flatMap(([key, words]) => {
    const value = schema[key];
    if (typeof value === "number") return [words(value.toLocaleString("en"))];
    return typeof value === "string" ? [words(value)] : [];
  });
}

function recordIn(holder: unknown, key: string): Record<string, unknown> {
  const value = isRecord(holder) ? holder[key] : undefined;
  return isRecord(value) ? value : {};
}

function listIn(holder: unknown, key: string): unknown[] {
  const value = isRecord(holder) ? holder[key] : undefined;
  return Array.isArray(value) ? value : [];
}

function textIn(holder: unknown, key: string): string {
  const value = isRecord(holder) ? holder[key] : undefined;
  return typeof value === "string" ? value : "";
}
