import { Callout } from "@/components/ui/callout";
import { CardSection } from "@/components/ui/card";
import { isNamed } from "@/components/user/user-words";
import { platformRoleNames } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { Name } from "@/components/ui/name";
import { FactList } from "@/components/user/fact-list";

/** The profile for whoever may not change it, with the reason. */
export function UserProfileFacts({ user, reason }: { user: User; reason: string }) {
  return (
    <CardSection title="Profile">
      <Callout className="mb-4">{reason}</Callout>
      <FactList
        facts={[
          { term: "Username", value: <Name>{user.username}</Name> },
          {
            term: "Display name",
            value: isNamed(user) ? <Name>{user.display_name}</Name> : "None",
          },
          { term: "Role", value: platformRoleNames[user.platform_role_id] },
        ]}
      />
    </CardSection>
  );
}
