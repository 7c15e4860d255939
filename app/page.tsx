import { redirect } from "next/navigation";
import { startPath } from "@/components/console/start-path";
import { pageContext } from "@/lib/auth/page-context";
import { paths } from "@/lib/paths";
import { mustEnrolMfa } from "@/lib/permissions";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";

/** Leads everyone to where they start. */
export default async function HomePage() {
  const ctx = await pageContext();
  if (ctx.actor.kind === "user") {
    redirect(mustEnrolMfa(ctx.actor) ? paths.enrolMfa() : startPath(ctx.actor));
  }
  redirect((await hasSuperAdmin(ctx)) ? paths.signIn() : paths.setup);
}
