"use client";

import { useState } from "react";
import { Check, CircleAlert } from "lucide-react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { usePlainForm } from "@/components/form/use-plain-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { Name } from "@/components/ui/name";
import { cn } from "@/lib/cn";
import { formatCount, formatNumber } from "@/lib/format";
import type { ResolvedName } from "@/lib/user/schema";
import { MembersNamesakes } from "./members-namesakes";
import { JoiningWhatIf } from "./moving-what-if";

/** Each pasted name where it stood, with who is meant or what is wrong; those who were found can be added. */
export function MembersFound({
  groupId,
  found,
  onAdd,
  onBack,
}: {
  groupId: string;
  found: readonly ResolvedName[];
  onAdd: (usernames: readonly string[]) => Promise<void>;
  onBack: () => void;
}) {
  const form = usePlainForm({ defaultValues: {} });
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [onlyMarked, setOnlyMarked] = useState(false);
  const people = found.map((name) => ({
    name,
    username: name.username || (chosen[name.given] ?? ""),
  }));
  const meant = people.filter(({ username }) => username !== "");
  const usernames = [...new Set(meant.map(({ username }) => username))];
  const marked = people.filter(({ name }) => name.matches !== 1);
  const unclear = marked.filter(({ name, username }) => name.matches > 1 && username === "").length;
  return (
    <Form form={form} onSubmit={() => onAdd(usernames)}>
      <DialogBody className="grid gap-3">
        <p role="status" tabIndex={-1} ref={focusAtOnce}>
          {formatNumber(meant.length)} of {formatCount(found.length, "name")} found.
          {unclear > 0 &&
            ` ${formatCount(unclear, "name is", "names are")} that of several people: choose who is meant.`}
          {meant.length < found.length && " Those that are marked are left out."}
        </p>
        {marked.length > 0 && marked.length < found.length && (
          <label htmlFor="only-marked" className="flex w-fit items-center gap-2.5">
            <Checkbox
              id="only-marked"
              checked={onlyMarked}
              onChange={(event) => {
                setOnlyMarked(event.target.checked);
              }}
            />
            Show only those that need a look
          </label>
        )}
        <ol className="divide-y divide-line rounded-lg border border-line">
          {(onlyMarked ? marked : people).map(({ name, username }) => (
            <Line
              key={name.given}
              name={name}
              username={username}
              onChoose={(one) => {
                setChosen({ ...chosen, [name.given]: one });
              }}
            />
          ))}
        </ol>
        <JoiningWhatIf groupId={groupId} usernames={usernames} />
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
function Line({
  name,
  username,
  onChoose,
}: {
  name: ResolvedName;
  /** Who is meant; empty while nobody is. */
  username: string;
  onChoose: (username: string) => void;
}) {
  const isMeant = username !== "";
  const Icon = isMeant ? Check : CircleAlert;
  return (
    <li
      className={cn(
        "flex items-start gap-2.5 px-3 py-2 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]",
        !isMeant && "bg-warn-soft",
      )}
    >
      <Icon
        aria-hidden="true"
        className={cn("mt-0.75 size-4 shrink-0", isMeant ? "text-good" : "text-warn")}
      />
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <Name>{name.given}</Name>
        <div className="text-sm text-ink-2">
          <Outcome name={name} username={username} onChoose={onChoose} />
        </div>
      </div>
    </li>
  );
}

function Outcome({
  name: { given, matches, username: only, display_name: name },
  username,
  onChoose,
}: Parameters<typeof Line>[0]) {
  if (matches === 0) return "Nobody has this name.";
  if (matches > 1) {
    return (
      <div className="grid justify-items-start gap-1.5">
        <p>{formatNumber(matches)} people have this name.</p>
        <MembersNamesakes given={given} matches={matches} chosen={username} onChoose={onChoose} />
      </div>
    );
  }
  return (
    <>
      <Name>{name || only}</Name>
      {name !== "" && (
        <>
          {" · "}
          <Name>{only}</Name>
        </>
      )}
    </>
  );
}
