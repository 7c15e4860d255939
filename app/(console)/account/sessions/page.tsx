import type { Metadata } from "next";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { sessionQueries } from "@/components/session/queries";
import { SessionsOfUser } from "@/components/session/sessions-of-user";
import { signedInContext } from "@/lib/auth/page-context";
import { listSessions } from "@/lib/session/service";

export const metadata: Metadata = { title: "Sessions · Account" };

export default async function Page() {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  return (
    <FirstPaint
      ctx={ctx}
      reads={[firstRead(sessionQueries.list(username), () => listSessions(ctx))]}
    >
      <SessionsOfUser username={username} />
    </FirstPaint>
  );
}
