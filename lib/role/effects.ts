import "server-only";
import type { Context } from "@/lib/context";
import { notFound } from "@/lib/errors";
import * as roles from "./repository";
import type { UserRole } from "./schema";

/** The role of a user that the actor may see already. */
export async function roleOf({ db }: Pick<Context, "db">, id: string): Promise<UserRole> {
  const role = await roles.findById(db, id);
  if (!role) throw notFound("role", id);
  return role;
}
