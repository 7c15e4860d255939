import "server-only";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiContentObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { permissions, platformRoleNames, type Grant, type Permission } from "@/lib/permissions";
import { defaultLimits } from "@/lib/limits";
import { PLAIN_TEXT } from "@/lib/wire-schemas";
import { answerSchema } from "./answer-schema";
import { refusalsOf } from "./answer-statuses";
import { honoursIfNoneMatch, isWrapped, type Contract } from "./contract";

type Tables = Readonly<Record<string, Record<string, Contract>>>;

type Document = ReturnType<typeof createDocument>;

/** OpenAPI 3.1, made from the contract tables. */
export function openApiDocument(tables: Tables): Document {
  const document = createDocument({
    openapi: "3.1.1",
    info: {
      title: "Muster",
      version: "1",
      description:
        "Users, sessions, API tokens, preferences, server settings and the audit log of a private network.",
    },
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    },
    tags: Object.keys(tables).map((name) => ({ name })),
    paths: paths(tables),
  });
  describeParameters(document);
  return document;
}

/** What every parameter has in common, whatever its schema: it comes as text, in which no control character may be. */
function describeParameters({ paths: all = {} }: Document): void {
  const operations = Object.values(all).flatMap((path) => [
    path.get,
    path.post,
    path.put,
    path.delete,
  ]);
  const parameters = operations.flatMap((each) => each?.parameters ?? []);
  for (const parameter of parameters) {
    if (!("in" in parameter) || !parameter.schema) continue;
    const { schema } = parameter;
    const value = "items" in schema && schema.items ? schema.items : schema;
    if ("type" in value) describeValue(value);
  }
}

function describeValue(value: {
  type?: unknown;
  pattern?: string;
  enum?: unknown;
  default?: unknown;
}) {
  if (value.type === "integer") {
    delete value.pattern;
    if (value.default !== undefined) value.default = Number(value.default);
  } else if (value.type === "string" && value.enum === undefined) {
    value.pattern ??= PLAIN_TEXT;
  }
}

function paths(tables: Tables): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {};
  for (const [tag, table] of Object.entries(tables)) {
    for (const [name, contract] of Object.entries(table)) {
      const operations = (all[contract.path] ??= {});
      Object.assign(operations, {
        [contract.method.toLowerCase()]: operation(`${tag}.${name}`, tag, contract),
      });
    }
  }
  return all;
}

const problem = z
  .object({
    Code: z.int(),
    Message: z.string(),
    Response: z.unknown(),
    RequestId: z.string(),
    Errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

function operation(
  operationId: string,
  tag: string,
  contract: Contract,
): ZodOpenApiOperationObject {
  const body = bodyOf(contract);
  return {
    operationId,
    tags: [tag],
    summary: contract.summary,
    description: whoMay(contract.who),
    security: contract.who === "anyone" ? [] : [{ bearer: [] }],
    requestParams: {
      ...(contract.params && { path: contract.params }),
      ...(contract.query && { query: contract.query }),
      ...("honoursIfMatch" in contract && { header: ifMatch }),
      ...(honoursIfNoneMatch(contract) && { header: ifNoneMatch }),
    },
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    responses: {
      "200": { description: "OK", content: contentOf(contract) },
      ...(honoursIfNoneMatch(contract) && { "304": notModified }),
      ...Object.fromEntries(refusalsOf(contract).map(responseOf)),
    },
  };
}

function responseOf({ status, description }: ReturnType<typeof refusalsOf>[number]) {
  return [
    String(status),
    { description, content: { "application/json": { schema: problem } } },
  ] as const;
}

function contentOf(contract: Contract): ZodOpenApiContentObject {
  const type = contract.response.kind === "text" ? "text/plain" : "application/json";
  const hasCsv = contract.method === "GET" && contract.csv !== undefined;
  return {
    [type]: { schema: answerOf(contract) },
    ...(hasCsv && { "text/csv": { schema: z.string() } }),
  };
}

const notModified = { description: "`If-None-Match` names the text as it is" };
const ifNoneMatch = z.object({ "If-None-Match": z.string().optional() });
const ifMatch = z.object({ "If-Match": z.string().optional() });

function bodyOf(contract: Contract): z.ZodType | undefined {
  if (contract.method === "GET") return undefined;
  return typeof contract.body === "function" ? contract.body(defaultLimits) : contract.body;
}

function answerOf({ response }: Contract): z.ZodType {
  const answer = answerSchema(response);
  if (!isWrapped(response)) return answer;
  return z.object({ Code: z.literal(200), Message: z.string(), Response: answer });
}

function whoMay(who: Permission | "anyone"): string {
  if (who === "anyone") return "Anyone.";
  const grant: Grant = permissions[who];
  const names = grant.roles.map((role) => platformRoleNames[role]);
  const all = [
    ...(grant.self ? ["Self"] : []),
    ...(grant.owner ? ["owner"] : []),
    ...names,
    ...(grant.networkAdmin ? ["network admin"] : []),
    ...(grant.preAuth ? ["pre-auth token"] : []),
    ...(grant.masterKey ? ["master key"] : []),
  ];
  const sudo = grant.sudo ? " Needs an identity check in the last 10 minutes." : "";
  return `${new Intl.ListFormat("en").format(all)}.${sudo}`;
}
