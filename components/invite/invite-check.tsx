"use client";

import { LongList } from "@/components/bulk/long-list";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { usePlainForm } from "@/components/form/use-plain-form";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { Name } from "@/components/ui/name";
import { formatCount } from "@/lib/format";
import type { InviteResult } from "@/lib/invite/schema";

/** What inviting will do for each address, before it is done. */
export function InviteCheck({
  foreseen,
  onInvite,
  onBack,
}: {
  foreseen: readonly InviteResult[];
  onInvite: () => Promise<unknown>;
  onBack: () => void;
}) {
  const form = usePlainForm({ defaultValues: {} });
  const count = foreseen.filter(({ status }) => status !== "user_exists").length;
  return (
    <Form form={form} onSubmit={onInvite}>
      <DialogBody className="grid gap-4">
        <p role="status" tabIndex={-1} ref={focusAtOnce} className="text-ink-2">
          {count === 0
            ? "All of them have an account already."
            : `Nothing is sent yet. This is what will happen to ${formatCount(foreseen.length, "address", "addresses")}:`}
        </p>
        {parts.map(({ status, heading, note }) => (
          <Part
            key={status}
            emails={foreseen.filter((each) => each.status === status).map(({ email }) => email)}
            heading={heading}
            note={note}
          />
        ))}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onBack}>Back</Button>
        <SubmitButton disabledReason={count === 0 ? "There is nobody to invite." : null}>
          Invite {formatCount(count, "person", "people")}
        </SubmitButton>
      </DialogFooter>
    </Form>
  );
}

const parts = [
  {
    status: "invited",
    heading: (count: string) => `${count} to invite`,
    note: "They get a link.",
  },
  {
    status: "reinvited",
    heading: (count: string) => `${count} to invite again`,
    note: "They get a new link, with this role and these groups. The link they have stops working.",
  },
  {
    status: "user_exists",
    heading: (count: string) => `${count} with an account`,
    note: "Nothing happens.",
  },
] as const;

function Part({
  emails,
  heading,
  note,
}: {
  emails: readonly string[];
  heading: (count: string) => string;
  note: string;
}) {
  if (emails.length === 0) return null;
  const title = heading(formatCount(emails.length, "person", "people"));
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <p className="text-sm text-ink-3">{note}</p>
      <LongList
        label={title}
        items={emails}
        render={(email) => (
          <li key={email} className="px-3 py-1 [overflow-wrap:anywhere]">
            <Name>{email}</Name>
          </li>
        )}
      />
    </section>
  );
}
