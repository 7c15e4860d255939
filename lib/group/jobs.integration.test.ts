import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { aGroup, aUser } from "@/lib/testing/factories";
import { logOf } from "@/lib/testing/log";
import { recountMembers } from "./jobs";

test("groups whose members are miscounted are counted anew, and named in the log", async () => {
  const [wrong, right] = [await aGroup(), await aGroup()];
  await aUser({ groups: [wrong, right] });
  const { prisma } = database();
  await prisma.group.update({
    where: { id: wrong },
    data: { memberCount: 7 },
    select: { id: true },
  });

  const lines = await logOf(() => recountMembers.run(systemContext({ userAgent: "test" }), {}));

  const found = await prisma.group.findMany({
    where: { id: { in: [wrong, right] } },
    select: { memberCount: true },
  });
  expect(found).toEqual([{ memberCount: 1 }, { memberCount: 1 }]);
  expect(lines.filter((line) => line.includes(wrong))).toHaveLength(1);
  expect(lines.filter((line) => line.includes(right))).toHaveLength(0);
});
