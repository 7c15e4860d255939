import "server-only";
import type { InputLimits } from "@/lib/api/contract";
import type { Db } from "@/lib/db/client";

/** What administrators have set and the schemas of bodies depend on. */
export async function readInputLimits(db: Db): Promise<InputLimits> {
  return db.serverSetting.findUniqueOrThrow({
    where: { id: 1 },
    select: { passwordMinLength: true },
  });
}
