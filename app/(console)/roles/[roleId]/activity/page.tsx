import type { SearchParams } from "nuqs/server";
import { loadTargetActivity, targetActivityInput } from "@/components/audit/list-params";
import { TargetActivity } from "@/components/console/audit/target-activity";
import { FirstPaint } from "@/components/console/first-paint";
import { roleIdOf, type RoleIdParams } from "@/components/role/role-id-of";
import { signedInContext } from "@/lib/auth/page-context";
import { firstEntries } from "../../../first-entries";

export default async function Page({
  params,
  searchParams,
}: RoleIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const target = { type: "role", id: await roleIdOf(params) } as const;
  const input = targetActivityInput(target, await loadTargetActivity(searchParams));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Role", needs: "audit:read-all" }}
      reads={firstEntries(ctx, input)}
    >
      <TargetActivity target={target} noun="role" />
    </FirstPaint>
  );
}
