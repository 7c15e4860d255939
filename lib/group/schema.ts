import { z } from "zod";
import { isRecord } from "@/lib/wire";
import {
  idSet,
  idSetInput,
  longText,
  nameInput,
  pageOf,
  pageQuery,
  text,
  wireTime,
  withinBody,
} from "@/lib/wire-schemas";
import { groupSorts, MAX_MEMBERS } from "./values";

export const userGroup = z
  .object({
    id: z.string(),
    name: z.string(),
    default: z.boolean(),
    external_identity_provider_id: z.string(),
    /** `{networkId or all_networks: {roleId: {}}}` */
    network_roles: z.record(z.string(), idSet),
    color_code: z.string(),
    meta_data: z.string(),
    created_by: z.string(),
    created_at: wireTime,
    updated_at: wireTime,
    member_count: z.int(),
  })
  .meta({ id: "UserGroup" });
export type UserGroup = z.infer<typeof userGroup>;

const MAX_GRANTS = 10_000;

/** `{networkId: {roleId: {}}}` on the way in, as `{networkId: [roleId]}`; a network without roles is left out. */
const networkRoles = z
  .unknown()
  .transform((value, ctx): Record<string, string[]> => {
    if (!isRecord(value)) {
      ctx.addIssue({
        code: "custom",
        message: 'This must be grants, such as {"lab": {"role": {}}}.',
      });
      return z.NEVER;
    }
    const grants: [string, string[]][] = [];
    for (const [networkId, roles] of Object.entries(value)) {
      const parsed =
        roles === null ? { success: true as const, data: [] } : idSetInput.safeParse(roles);
      const isText = text(255).min(1).safeParse(networkId).success;
      if (!isText)
        ctx.addIssue({ code: "custom", path: [networkId], message: "This is not a network's id." });
      if (parsed.success) grants.push([networkId, parsed.data]);
      else
        for (const issue of parsed.error.issues)
          ctx.addIssue({
            code: "custom",
            path: [networkId, ...issue.path],
            message: issue.message,
          });
    }
    if (grants.reduce((sum, [, roles]) => sum + roles.length, 0) > MAX_GRANTS) {
      ctx.addIssue({
        code: "custom",
        message: `A group has at most ${MAX_GRANTS.toLocaleString("en")} grants.`,
      });
    }
    return Object.fromEntries(grants.filter(([, roles]) => roles.length > 0));
  })
  .meta({ override: { type: "object", additionalProperties: { type: "object" } } });

const colorCode = text()
  .regex(/^(#[0-9a-f]{6})?$/i, "This must be a colour such as #3b82f6, or empty.")
  .transform((value) => value.toLowerCase());

const members = z
  .array(text().transform((value) => value.toLowerCase()))
  .max(MAX_MEMBERS, `At most ${MAX_MEMBERS.toLocaleString("en")} members fit into one call.`);

const content = {
  external_identity_provider_id: text(255).optional(),
  network_roles: networkRoles.optional(),
  color_code: colorCode.optional(),
  meta_data: longText(4096).optional(),
};
const name = nameInput("A group's name", 64);

export const groupContent = z.object({ name, ...content });

/** A group with its members, or a bare group in which members may stand too. */
export const groupCreate = z
  .object({
    user_group: withinBody(groupContent).optional(),
    name: name.optional(),
    ...content,
    members: members.optional(),
  })
  .refine(({ user_group, name: bare }) => user_group !== undefined || bare !== undefined, {
    path: ["name"],
    message: "A group needs a name.",
    when: ({ issues, value }) => isRecord(value) && !namesOneOf(issues, ["name", "user_group"]),
  });

export type GroupCreate = z.output<typeof groupCreate>;

const groupId = text(255).min(1, "Name the group by its id.");

export const groupUpdate = z
  .object({
    user_group: withinBody(z.object({ id: groupId, name: name.optional(), ...content })).optional(),
    id: groupId.optional(),
    name: name.optional(),
    ...content,
    members: members.optional(),
  })
  .refine(({ user_group, id }) => user_group !== undefined || id !== undefined, {
    path: ["id"],
    message: "Name the group by its id.",
    when: ({ issues, value }) => isRecord(value) && !namesOneOf(issues, ["id", "user_group"]),
  });

export type GroupUpdate = z.output<typeof groupUpdate>;

function namesOneOf(issues: readonly { path?: PropertyKey[] }[], keys: readonly string[]): boolean {
  return issues.some(({ path = [] }) => keys.includes(String(path[0])));
}

/** What a body says about a group; absent keys are undefined. */
export interface GroupInput {
  name?: string | undefined;
  external_identity_provider_id?: string | undefined;
  network_roles?: Record<string, string[]> | undefined;
  color_code?: string | undefined;
  meta_data?: string | undefined;
  /** Usernames. */
  members?: string[] | undefined;
  /** What stands before a key of the group where a refusal names it. */
  prefix: "" | "user_group.";
}

/** The group of a body, in whichever of the two forms it has. */
export function groupInputOf(body: GroupCreate | GroupUpdate): GroupInput {
  const { user_group: nested, ...bare } = body;
  return nested
    ? { ...nested, members: bare.members, prefix: "user_group." }
    : { ...bare, prefix: "" };
}

/** As {@link groupInputOf}, of a body that makes a group: the schema has seen to its name. */
export function newGroupOf(body: GroupCreate): GroupInput & { name: string } {
  const input = groupInputOf(body);
  return { ...input, name: input.name ?? "" };
}

export function groupIdOf({ user_group: nested, id = "" }: GroupUpdate): string {
  return nested?.id ?? id;
}

export const groupQuery = z.object({ group_id: text(255) });

export const groupListQuery = pageQuery.extend({
  q: z.string().optional(),
  default: z.enum(["true", "false"], 'This must be "true" or "false".').optional(),
  network: z.array(z.string()).optional(),
  /** Those that grant one of these roles. */
  role: z.array(z.string()).optional(),
  id: z.array(z.string()).optional(),
  sort: z.enum(groupSorts).default("name"),
  order: z.enum(["asc", "desc"]).default("asc"),
});
export type GroupListQuery = z.output<typeof groupListQuery>;

export const networkQuery = z.object({ network: text(255) });
export const networkGroupsQuery = pageQuery.extend({
  network: text(255),
  q: z.string().optional(),
});

export const groupPage = pageOf(userGroup);
export type GroupPage = z.infer<typeof groupPage>;

export const membersChange = z.object({
  group_id: text(255),
  ids: members.transform((names) => [...new Set(names)]),
});
export type MembersChange = z.output<typeof membersChange>;
