"use client";

import { Check, CircleAlert } from "lucide-react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { usePlainForm } from "@/components/form/use-plain-form";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { formatCount, formatNumber } from "@/lib/format";
import type { ResolvedName } from "@/lib/user/schema";

/** Each pasted name where it stood, with who is meant or what is wrong; those who were found can be added. */
export function MembersFound({
  found,
  onAdd,
  onBack,
}: {
  found: readonly ResolvedName[];
  onAdd: (usernames: readonly string[]) => Promise<void>;
  onBack: () => void;
}) {
  const form = usePlainForm({ defaultValues: {} });
  const usernames = [...new Set(found.filter(isFound).map(({ username }) => username))];
  const missing = found.filter((name) => !isFound(name)).length;
  return (
    <Form form={form} onSubmit={() => onAdd(usernames)}>
      <DialogBody className="grid gap-3">
        <p role="status">
          {formatNumber(usernames.length)} of {formatCount(found.length, "name")} found.
          {missing > 0 && " The others are marked and are left out."}
        </p>
        <ol className="divide-y divide-line rounded-lg border border-line">
          {found.map((name, index) => (
            <Line key={index} name={name} />
          ))}
        </ol>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onBack}>Edit the list</Button>
        <SubmitButton disabledReason={usernames.length === 0 ? "Nobody was found." : null}>
          Add {formatCount(usernames.length, "person", "people")}
        </SubmitButton>
      </DialogFooter>
    </Form>
  );
}

function Line({ name }: { name: ResolvedName }) {
  const Icon = isFound(name) ? Check : CircleAlert;
  return (
    <li
      className={
        isFound(name)
          ? "flex items-start gap-2.5 px-3 py-2"
          : "flex items-start gap-2.5 bg-warn-soft px-3 py-2"
      }
    >
      <Icon
        aria-hidden="true"
        className={
          isFound(name) ? "mt-0.75 size-4 shrink-0 text-good" : "mt-0.75 size-4 shrink-0 text-warn"
        }
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Name>{name.given}</Name>
        <span className="block text-sm text-ink-2">
          <Outcome name={name} />
        </span>
      </span>
    </li>
  );
}

function Outcome({ name: { matches, username, display_name: name } }: { name: ResolvedName }) {
  if (matches === 0) return "Nobody has this name.";
  if (matches > 1) return `${formatNumber(matches)} people have this name. Use a username.`;
  return (
    <>
      <Name>{name || username}</Name>
      {name !== "" && (
        <>
          {" · "}
          <Name>{username}</Name>
        </>
      )}
    </>
  );
}

function isFound({ matches }: ResolvedName): boolean {
  return matches === 1;
}
