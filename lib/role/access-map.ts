/** Access maps on their way in. */
import { z } from "zod";
import { noSuch } from "@/lib/no-such";
import { isRecord } from "@/lib/wire";
import { text } from "@/lib/wire-schemas";
import { allOf, MAX_RESOURCES, resourceTypes, rightNames, rightsOf, type Rights } from "./values";

export type AccessMap = Record<string, Record<string, Rights>>;

const types: readonly string[] = resourceTypes;
const resourceId = text(255)
  .min(1, "An id has at least one character.")
  // As a key it would not be one in JavaScript.
  .refine((id) => id !== "__proto__", "This id is reserved.");

type Report = (path: string[], message: string) => unknown;

/** `{resourceType: {resourceId: rights}}`: rights that are absent are false, and types without ids are left out. */
export const accessMapInput = z.unknown().transform((value, ctx): AccessMap => {
  const problems: { path: string[]; message: string }[] = [];
  const map = readMap(value, (path, message) => problems.push({ path, message }));
  for (const problem of problems) ctx.addIssue({ code: "custom", ...problem });
  return problems.length > 0 ? z.NEVER : withOwnConfigs(map);
});

function readMap(value: unknown, report: Report): AccessMap {
  if (!isRecord(value)) {
    report([], 'This must be an access map, such as {"host": {"all_host": {"read": true}}}.');
    return {};
  }
  const sections = Object.entries(value).map(
    ([type, section]) => [type, readSection(type, section, report)] as const,
  );
  const filled = sections.filter(([, section]) => Object.keys(section).length > 0);
  const count = filled.reduce((sum, [, section]) => sum + Object.keys(section).length, 0);
  if (count > MAX_RESOURCES) {
    report([], `An access map has at most ${MAX_RESOURCES.toLocaleString("en")} ids.`);
  }
  return Object.fromEntries(filled);
}

function readSection(type: string, value: unknown, report: Report): Record<string, Rights> {
  if (!types.includes(type)) {
    report([type], noSuch("resource type", type));
    return {};
  }
  if (value === null) return {};
  if (!isRecord(value)) {
    report([type], "This must be an object of ids and their rights.");
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([id, given]) => {
      const problem = resourceId.safeParse(id).error?.issues[0]?.message;
      if (problem !== undefined) report([type, id], problem);
      return [id, readRights([type, id], given, report)];
    }),
  );
}

function readRights(path: string[], value: unknown, report: Report): Rights {
  if (value === null) return rightsOf();
  if (!isRecord(value)) {
    report(path, "This must be an object of rights.");
    return rightsOf();
  }
  for (const name of rightNames) {
    const given = value[name] ?? false;
    if (typeof given !== "boolean") report([...path, name], "This must be true or false.");
  }
  return rightsOf(...rightNames.filter((name) => value[name] === true));
}

/** Whoever may use a gateway also has the configs of their own devices. */
export function withOwnConfigs(map: AccessMap): AccessMap {
  const gateways = Object.values(map["remote_access_gw"] ?? {});
  if (!gateways.some(({ vpn_access: isAllowed }) => isAllowed)) return map;
  const own = rightsOf("create", "read", "update", "delete", "self_only");
  return { ...map, extclient: { [allOf("extclient")]: own } };
}
