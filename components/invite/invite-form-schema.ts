import { z } from "zod";
import { formatCount, formatNumber } from "@/lib/format";
import { MAX_INVITES } from "@/lib/invite/values";
import { platformRoles, type PlatformRole } from "@/lib/permissions";
import { parseAddresses } from "./parse-addresses";
import { parseRows } from "./parse-rows";

const givenRoles = platformRoles.filter((role) => role !== "super-admin");

const file = z.object({ name: z.string(), text: z.string() });
export type CsvFile = z.infer<typeof file>;

/** What the dialog asks for. Nothing is sent before all of it is right. */
export function inviteForm(refusalOf: (role: PlatformRole) => string | null) {
  return z
    .object({
      way: z.enum(["text", "file"]),
      addresses: z.string(),
      file: file.nullable(),
      platform_role_id: z.enum(givenRoles),
      user_group_ids: z.array(z.string()),
    })
    .superRefine((values, ctx) => {
      const [path, message] =
        values.way === "text"
          ? ["addresses", addressesProblem(values.addresses)]
          : ["file", fileProblem(values.file, refusalOf)];
      if (message !== null) ctx.addIssue({ code: "custom", path: [path], message });
    });
}
export type InviteForm = z.output<ReturnType<typeof inviteForm>>;

function addressesProblem(text: string): string | null {
  const { wrong, addresses } = parseAddresses(text);
  if (wrong.length > 0) return needALook(wrong.length, "address", "addresses");
  if (addresses.length === 0) return "Type or paste at least one address.";
  return tooMany(addresses.length);
}

function fileProblem(
  chosen: CsvFile | null,
  refusalOf: (role: PlatformRole) => string | null,
): string | null {
  if (chosen === null) return "Choose a file.";
  const { wrong, rows, fault } = parseRows(chosen.text, refusalOf);
  if (fault !== null) return fault;
  if (wrong.length > 0) return needALook(wrong.length, "row", "rows");
  return tooMany(rows.length);
}

function needALook(count: number, one: string, other: string): string {
  return `${formatCount(count, one, other)} must be mended or removed first.`;
}

function tooMany(count: number): string | null {
  if (count <= MAX_INVITES) return null;
  return `At most ${formatNumber(MAX_INVITES)} people can be invited at once. These are ${formatNumber(count)}.`;
}
