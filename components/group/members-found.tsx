"use client";

import { useState } from "react";
import { Check, CircleAlert } from "lucide-react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { usePlainForm } from "@/components/form/use-plain-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { cn } from "@/lib/cn";
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
  const missing = found.filter((name) => !isFound(name));
  const [onlyMissing, setOnlyMissing] = useState(false);
  return (
    <Form form={form} onSubmit={() => onAdd(usernames)}>
      <DialogBody className="grid gap-3">
        <p role="status">
          {formatNumber(usernames.length)} of {formatCount(found.length, "name")} found.
          {missing.length > 0 && " The others are marked and are left out."}
        </p>
        {missing.length > 0 && usernames.length > 0 && (
          <label htmlFor="only-missing" className="flex w-fit items-center gap-2.5">
            <Checkbox
              id="only-missing"
              checked={onlyMissing}
              onChange={(event) => {
                setOnlyMissing(event.target.checked);
              }}
            />
            Show only those not found
          </label>
        )}
        <ol className="divide-y divide-line rounded-lg border border-line">
          {(onlyMissing ? missing : found).map((name, index) => (
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

/** Of thousands, only those in sight are laid out. */
function Line({ name }: { name: ResolvedName }) {
  const Icon = isFound(name) ? Check : CircleAlert;
  return (
    <li
      className={cn(
        "flex items-start gap-2.5 px-3 py-2 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]",
        !isFound(name) && "bg-warn-soft",
      )}
    >
      <Icon
        aria-hidden="true"
        className={cn("mt-0.75 size-4 shrink-0", isFound(name) ? "text-good" : "text-warn")}
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
