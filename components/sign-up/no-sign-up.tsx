import { PublicLayout } from "@/components/layout/public-layout";
import { PageLink } from "@/components/ui/page-link";
import { paths } from "@/lib/paths";

const words = {
  "no-link": {
    title: "Open the link of your invite",
    text: "This page needs the link that you were sent. Open it once more. If it leads here again, allow cookies for this site and try again.",
  },
  "not-good": {
    title: "This invite is not good any more",
    text: "It was used, it has expired, or a newer link took its place. Ask who invited you for a new link. If you have signed up with it, sign in.",
  },
  "no-passwords": {
    title: "Passwords are switched off here",
    text: "People sign in to this server with single sign-on, which is not set up yet, so nobody can sign up for now. Ask who invited you.",
  },
} as const;

/** Instead of the form where nobody can sign up: what to do. Why exactly a link is not good is nobody's business. */
export function NoSignUp({
  reason,
  isSignedIn,
}: {
  reason: keyof typeof words;
  isSignedIn: boolean;
}) {
  const { title, text } = words[reason];
  return (
    <PublicLayout title={title} description={text}>
      <PageLink href={isSignedIn ? paths.home : paths.signIn()} size="lg">
        {isSignedIn ? "Go to Muster" : "Go to sign in"}
      </PageLink>
    </PublicLayout>
  );
}
