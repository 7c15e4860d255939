import { FirstPaint } from "@/components/console/first-paint";
import { GroupAccess } from "@/components/group/detail/group-access";
import { groupIdOf, type GroupIdParams } from "@/components/group/group-id-of";
import { signedInContext } from "@/lib/auth/page-context";
import { getGroup } from "@/lib/group/service";
import { firstRoleNames } from "../../../first-names";

export default async function Page({ params }: GroupIdParams) {
  const ctx = await signedInContext();
  const id = await groupIdOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Group", needs: "groups:read" }}
      reads={[
        firstRoleNames(ctx, async () => {
          const { entity: group } = await getGroup(ctx, id);
          return Object.values(group.network_roles).flatMap(Object.keys);
        }),
      ]}
    >
      <GroupAccess id={id} />
    </FirstPaint>
  );
}
