import { FirstPaint } from "@/components/console/first-paint";
import { UserProfile } from "@/components/user/profile/user-profile";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "users:read", about: { user: username } }}
    >
      <UserProfile username={username} />
    </FirstPaint>
  );
}
