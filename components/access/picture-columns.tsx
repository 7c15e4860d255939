"use client";

import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { UserMinus } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { cn } from "@/lib/cn";
import type { Access } from "@/lib/access/schema";
import { formatNumber, isolated } from "@/lib/format";
import { waysThrough } from "./picture";
import { nextStop, type Stops } from "./picture-keys";
import { PictureLines } from "./picture-lines";
import { PictureThing, type ThingLook } from "./picture-thing";
import type { AccessGroup, ColumnName, Line, Picture, Thing } from "./picture-things";
import { columnTitles, linesOfThing } from "./picture-words";
import { PictureReasons } from "./picture-reasons";
import { useBoxes } from "./use-boxes";
import { usePicture } from "./use-picture";

/** What can be done at the line between the person and a group. */
export interface Leaving {
  refusalOf: (group: AccessGroup) => string | null;
  onAsk: (group: AccessGroup) => void;
}

/** Person, groups, roles, networks and gateways side by side, with the lines between them. */
export function PictureColumns({
  access,
  leaving,
}: {
  access: Access;
  /** Null where nothing can be changed. */
  leaving: Leaving | null;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const { picture, toggle } = usePicture(access);
  const measured = useBoxes(ref, picture);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [visited, setVisited] = useState<Partial<Record<ColumnName, string>>>({});
  const { stops, lines } = useMemo(() => walkOf(picture, leaving !== null), [picture, leaving]);
  const things = picture.columns.flatMap((column) => column.things);
  const active = things.find(({ id }) => id === (hovered ?? focused)) ?? null;
  const lit = active ? waysThrough(picture, active.id) : null;
  const hasAttachments = picture.lines.some(({ kind }) => kind === "attachment");

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const current = stopOf(event.target);
    if (current === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextStop(stops, current, { key: event.key, lines });
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-stop="${CSS.escape(next)}"]`)?.focus();
  }

  function reveal(id: string | null) {
    if (id !== null && ref.current)
      showWays(ref.current, { id, ways: waysThrough(picture, id).things });
  }

  /** Tab leads to one thing of each column, the last one that was focused there. */
  function visit(id: string | null) {
    const column = picture.columns.find(({ things }) => things.some((thing) => thing.id === id));
    if (column && id !== null) setVisited({ ...visited, [column.name]: id });
  }

  function tabStopIn({ name, things }: Picture["columns"][number]): string | undefined {
    const last = things.find(({ id }) => id === visited[name]);
    return (last ?? things[0])?.id;
  }

  function lookOf(thing: Thing): ThingLook {
    if (!lit) return "plain";
    return lit.things.has(thing.id) ? "lit" : "dim";
  }

  return (
    <>
      <div className="-mx-5 overflow-x-auto px-5">
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows of the things inside */}
        <div
          ref={ref}
          role="group"
          aria-label="Picture of access. The arrow keys lead from one thing to the next."
          className={cn(
            "relative isolate grid min-w-[38rem] grid-cols-[minmax(4.75rem,0.6fr)_repeat(4,minmax(8.25rem,1fr))]",
            hasAttachments && "pb-7",
          )}
          onKeyDown={handleKeyDown}
          onPointerOver={(event) => {
            if (event.pointerType === "touch") return;
            const pointedAt = lightOf(event.target);
            setHovered(pointedAt);
            if (pointedAt !== hovered) reveal(pointedAt);
          }}
          onPointerLeave={() => {
            setHovered(null);
          }}
          onFocus={(event) => {
            reveal(lightOf(event.target));
            setFocused(lightOf(event.target));
            visit(lightOf(event.target));
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
          }}
        >
          {measured && (
            <PictureLines lines={picture.lines} lit={lit?.lines ?? null} measured={measured} />
          )}
          {hasAttachments && (
            <p className="absolute start-16 bottom-1 bg-surface px-1.5 text-xs text-ink-3">
              Attached directly
            </p>
          )}
          {picture.columns.map((column) => (
            <div key={column.name} className="relative flex min-w-0 flex-col">
              <h3
                className={cn(
                  "pb-2 text-xs text-ink-3",
                  column.name === "person" ? "ps-1" : "ps-8",
                )}
              >
                {columnTitles[column.name]}
                {column.name !== "person" && ` ${formatNumber(column.count)}`}
              </h3>
              <div
                data-scroller
                className="flex max-h-[32rem] grow [scrollbar-width:thin] flex-col overflow-x-hidden overflow-y-auto"
              >
                <ul
                  data-column
                  className={cn("my-auto grid gap-2 p-1", column.name !== "person" && "ps-8")}
                >
                  {column.things.length === 0 && <li className="text-sm text-ink-3">None</li>}
                  {column.things.map((thing) => (
                    <li
                      key={thing.id}
                      className={cn(
                        "group/thing relative min-w-0",
                        thing.kind === "gateway" && "ps-2",
                      )}
                    >
                      {leaving && thing.kind === "group" && (
                        <LeaveButton group={thing.group} leaving={leaving} />
                      )}
                      <PictureThing
                        thing={thing}
                        look={lookOf(thing)}
                        isStop={tabStopIn(column) === thing.id}
                        lines={linesOfThing(thing, access)}
                        onChoose={() => {
                          setFocused(thing.id);
                        }}
                        onToggle={toggle}
                      />
                    </li>
                  ))}
                </ul>
              </div>
            </div>
          ))}
        </div>
      </div>
      <PictureReasons thing={active} access={access} />
    </>
  );
}

/** On the line that leads to a group: seen when that is pointed at or focused. */
function LeaveButton({ group, leaving }: { group: AccessGroup; leaving: Leaving }) {
  return (
    <span
      data-light={`group ${group.id}`}
      className="absolute -start-8 top-1/2 z-10 grid -translate-y-1/2 rounded-lg bg-surface opacity-0 group-hover/thing:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100"
    >
      <IconButton
        data-stop={leaveStop(group)}
        tabIndex={-1}
        label={`What if “${isolated(group.name)}” were left?`}
        icon={<UserMinus />}
        size="sm"
        disabledReason={leaving.refusalOf(group)}
        onClick={() => {
          leaving.onAsk(group);
        }}
      />
    </span>
  );
}

/** Scrolls each other column in which nothing of the ways is in sight to the first of it. */
function showWays(root: HTMLElement, { id, ways }: { id: string; ways: ReadonlySet<string> }) {
  for (const scroller of root.querySelectorAll<HTMLElement>("[data-scroller]")) {
    const things = [...scroller.querySelectorAll<HTMLElement>("[data-thing]")];
    const seen = scroller.getBoundingClientRect();
    const onWays = things.filter(({ dataset }) => ways.has(dataset["thing"] ?? ""));
    const [first] = onWays;
    const isHere = things.some(({ dataset }) => dataset["thing"] === id);
    if (isHere || !first || onWays.some((thing) => isWithin(thing.getBoundingClientRect(), seen))) {
      continue;
    }
    scroller.scrollTop += first.getBoundingClientRect().top - seen.top - seen.height / 3;
  }
}

function isWithin(box: DOMRect, seen: DOMRect): boolean {
  return box.top >= seen.top && box.bottom <= seen.bottom;
}

function leaveStop({ id }: AccessGroup): string {
  return `leave ${id}`;
}

/** What the keyboard goes through: the columns, and where groups can be left the way to each of them before it. */
function walkOf({ columns, lines }: Picture, canLeave: boolean): { stops: Stops; lines: Step[] } {
  const groups = columns.flatMap(({ things }) =>
    things.flatMap((thing) => (canLeave && thing.kind === "group" ? [thing.group] : [])),
  );
  const [person = [], ...others] = columns.map(({ things }) => things.map(({ id }) => id));
  const leaves = new Map(groups.map((group) => [`group ${group.id}`, leaveStop(group)]));
  return {
    stops: [person, [...leaves.values()], ...others].filter((ids) => ids.length > 0),
    lines: lines.flatMap(({ from, to }) => {
      const leave = from === "person" ? leaves.get(to) : undefined;
      return leave === undefined
        ? [{ from, to }]
        : [
            { from, to: leave },
            { from: leave, to },
          ];
    }),
  };
}

type Step = Pick<Line, "from" | "to">;

function stopOf(target: EventTarget): string | null {
  return closest(target, "[data-stop]")?.dataset["stop"] ?? null;
}

/** The thing whose ways are lit by what is pointed at or focused. */
function lightOf(target: EventTarget): string | null {
  const found = closest(target, "[data-thing], [data-light]");
  return found?.dataset["thing"] ?? found?.dataset["light"] ?? null;
}

function closest(target: EventTarget, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
