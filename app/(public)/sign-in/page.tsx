import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { PublicLayout } from "@/components/layout/public-layout";
import { SignInForm } from "@/components/session/sign-in-form";
import { pageContext } from "@/lib/auth/page-context";
import { paths, safeBack } from "@/lib/paths";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { back, again, username } = await searchParams;
  const target = safeBack(typeof back === "string" ? back : null);
  const ctx = await pageContext();
  if (ctx.actor.kind === "user" && again === undefined) redirect(target);
  if (!(await hasSuperAdmin(ctx))) redirect(paths.setup);
  return (
    <PublicLayout title="Sign in">
      <SignInForm back={target} username={typeof username === "string" ? username : ""} />
      <p className="mt-5 text-sm text-ink-3">Forgot your password? Ask an administrator.</p>
    </PublicLayout>
  );
}
