"use client";

import { useId, useState } from "react";
import { Download, FileUp } from "lucide-react";
import { decodeFile, type Decoded } from "@/components/import/decode-file";
import { exampleCsv } from "@/components/import/files";
import { parseSheet, type Sheet } from "@/components/import/parse-sheet";
import { Field, FieldError } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { saveFile } from "@/components/ui/save-file";
import { Textarea } from "@/components/ui/textarea";
import { cn } from "@/lib/cn";
import { formatNumber } from "@/lib/format";
import { MAX_ROWS } from "@/lib/import/values";

type Open = (name: string, sheet: Sheet) => void;

/** Takes a file, or what was copied from a sheet. */
export function SourceCard({ onOpen }: { onOpen: Open }) {
  const [way, setWay] = useState<"file" | "text">("file");
  return (
    <CardSection
      title="Who is to be imported?"
      description={`A row for each person, at most ${formatNumber(MAX_ROWS)}. Columns for username or e-mail, display name, role, groups and password are found by their names; only the first is needed.`}
      actions={
        <Button
          icon={<Download />}
          onClick={() => {
            saveFile(new Blob([exampleCsv()], { type: "text/csv" }), "users-example.csv");
          }}
        >
          Download an example
        </Button>
      }
    >
      <RadioGroup
        label="Where the rows come from"
        isLabelHidden
        look="segments"
        options={[
          { value: "file", label: "CSV file" },
          { value: "text", label: "Paste" },
        ]}
        value={way}
        onChange={setWay}
        className="mb-3"
      />
      {way === "file" ? <FileSource onOpen={onOpen} /> : <TextSource onOpen={onOpen} />}
    </CardSection>
  );
}

function FileSource({ onOpen }: { onOpen: Open }) {
  const id = useId();
  const [fault, setFault] = useState<string>();

  async function handleChoose(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    if (!file) return;
    const opened = opening(await decodeFile(file).catch(() => UNREADABLE));
    // The same file, mended, can be chosen again.
    input.value = "";
    if ("fault" in opened) setFault(`${file.name}: ${opened.fault}`);
    else onOpen(file.name, opened.sheet);
  }

  return (
    <div className="grid gap-1.5">
      <div className="relative grid min-h-40 place-items-center rounded-lg border border-dashed border-control p-6 text-center motion-colors hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <div className="grid justify-items-center gap-1">
          <FileUp aria-hidden="true" className="size-6 text-ink-3" />
          <label htmlFor={id} className="font-medium">
            Choose a CSV file
          </label>
          <p id={`${id}-hint`} className="text-ink-3">
            or drop it here. Commas, semicolons and tabs are all right, and so is any encoding that
            spreadsheets save in.
          </p>
        </div>
        {/* It covers all of the box: browsers let a file be dropped onto it without a script. */}
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-describedby={cn(`${id}-hint`, fault && `${id}-error`)}
          aria-invalid={fault !== undefined || undefined}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={(event) => void handleChoose(event.currentTarget)}
        />
      </div>
      <div role="alert">
        <FieldError id={`${id}-error`}>{fault}</FieldError>
      </div>
    </div>
  );
}

function TextSource({ onOpen }: { onOpen: Open }) {
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();

  function handleRead() {
    const opened = opening({ text });
    if ("fault" in opened) setFault(opened.fault);
    else onOpen("Pasted rows", opened.sheet);
  }

  return (
    <div className="grid justify-items-start gap-3">
      <Field
        label="Rows"
        description="Copied from a sheet, or as CSV."
        error={fault}
        className="w-full"
      >
        {(control) => (
          <Textarea
            {...control}
            rows={8}
            value={text}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            className="max-h-96"
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        )}
      </Field>
      <Button variant="primary" onClick={handleRead}>
        Read these rows
      </Button>
    </div>
  );
}

const UNREADABLE: Decoded = { fault: "The browser could not read this file." };

function opening(decoded: Decoded) {
  return "fault" in decoded ? decoded : parseSheet(decoded.text);
}
