import { redirect } from "next/navigation";
import { pageContext } from "@/lib/auth/page-context";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";

/** Leads everyone to where they start. */
export default async function HomePage() {
  const ctx = await pageContext();
  if (ctx.actor.kind === "user") {
    redirect(can(ctx.actor, "users:list") ? paths.users : paths.account);
  }
  redirect((await hasSuperAdmin(ctx)) ? paths.signIn() : paths.setup);
}
