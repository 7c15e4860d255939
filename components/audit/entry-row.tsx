"use client";

import { useId, useState } from "react";
import { ChevronRight } from "lucide-react";
import { usePersonName } from "@/components/lookup/people-names";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { cn } from "@/lib/cn";
import type { AuditEntry } from "@/lib/audit/schema";
import { EntryDetails } from "./entry-details";
import { EntryIcon } from "./entry-icon";
import { useEntryNames } from "./entry-names";
import { useVocabulary } from "./vocabulary-context";
import { sentenceOf } from "./wording";

/** What happened in one line; opened, what changed and from where. */
export function EntryRow({ entry }: { entry: AuditEntry }) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        data-entry
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
        className="flex min-h-11 w-full items-start gap-3 px-4 py-2.5 text-start -outline-offset-2 motion-colors hover:bg-sunken @min-[46rem]/table:items-center @min-[46rem]/table:py-2"
      >
        <EntryIcon verb={entry.verb} />
        <span className="flex min-w-0 grow flex-col gap-x-4 @min-[46rem]/table:flex-row @min-[46rem]/table:items-baseline">
          <span className="min-w-0 grow [overflow-wrap:anywhere] text-ink-2">
            <Words entry={entry} />
          </span>
          {entry.ip && (
            <span className="hidden shrink-0 text-sm text-ink-3 @min-[60rem]/table:inline">
              {entry.ip}
            </span>
          )}
          <span className="shrink-0 text-sm text-ink-3 @min-[46rem]/table:min-w-28 @min-[46rem]/table:text-end">
            <RelativeTime value={entry.at} />
          </span>
        </span>
        <ChevronRight
          aria-hidden="true"
          className={cn(
            "mt-0.5 size-4 shrink-0 text-ink-3 @min-[46rem]/table:mt-0",
            isOpen && "rotate-90",
          )}
        />
      </button>
      {isOpen && (
        <div id={id}>
          <EntryDetails entry={entry} />
        </div>
      )}
    </li>
  );
}

function Words({ entry }: { entry: AuditEntry }) {
  const { actor, action, target, rest } = sentenceOf(useVocabulary(), entry, useEntryNames());
  const name = usePersonName(entry.actor);
  return (
    <>
      <strong className="font-medium text-ink" title={name === null ? undefined : entry.actor}>
        <Name>{name ?? actor}</Name>
      </strong>{" "}
      {action}
      {target !== null && (
        <>
          {" "}
          <strong
            className="font-medium text-ink"
            title={target.name === target.id ? undefined : target.id}
          >
            <Name>{target.name}</Name>
          </strong>
        </>
      )}
      {rest && ` ${rest}`}
    </>
  );
}
