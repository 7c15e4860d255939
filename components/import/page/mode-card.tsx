"use client";

import { withMode, type Draft } from "@/components/import/draft";
import { NoMailCallout } from "@/components/invite/no-mail-callout";
import { CardSection } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";

/** What becomes of people who have no account yet. */
export function ModeCard({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  return (
    <CardSection
      title="New people"
      description="Who has an account already is changed, either way."
    >
      <RadioGroup
        label="How to add new people"
        isLabelHidden
        look="cards"
        options={[
          {
            value: "create",
            label: "As users",
            description:
              "They get an account now. For those without a password in the file one is made; you get these once, in a file.",
          },
          {
            value: "invite",
            label: "As invites",
            description:
              "They get a link by mail, and choose their own name and password. Those in the file are not used.",
          },
        ]}
        value={draft.mode}
        onChange={(mode) => {
          onChange(withMode(draft, mode));
        }}
      />
      {draft.mode === "invite" && <NoMailCallout className="mt-3" />}
    </CardSection>
  );
}
