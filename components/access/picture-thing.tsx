"use client";

import type { ReactNode } from "react";
import Link from "next/link";
import { cva } from "class-variance-authority";
import {
  ChevronDown,
  ChevronRight,
  Network,
  Router,
  ShieldCheck,
  User,
  UsersRound,
} from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { can, seesNetwork } from "@/lib/permissions";
import type { Thing } from "./picture-things";
import { kindWords, nameOfThing, rightWords } from "./picture-words";

const box = cva(
  "motion-colors relative flex min-h-8 w-full min-w-0 items-center gap-2 rounded-lg border px-2 py-1 text-start text-sm [&>svg]:size-3.5 [&>svg]:shrink-0",
  {
    variants: {
      look: {
        plain: "border-line-strong bg-surface text-ink [&>svg]:text-ink-3",
        lit: "border-accent bg-accent-soft text-ink [&>svg]:text-accent-text forced-colors:outline-2 forced-colors:outline-[Highlight]",
        dim: "border-line bg-surface text-ink-3 [&>svg]:text-ink-3",
      },
      isFold: { true: "border-dashed" },
    },
  },
);

export type ThingLook = "plain" | "lit" | "dim";

/** One thing: a link to its page, what opens a fold, or a button that lights its ways. */
export function PictureThing({
  thing,
  look,
  isStop,
  lines,
  onChoose,
  onToggle,
}: {
  thing: Thing;
  look: ThingLook;
  /** The one of its column that Tab leads to. */
  isStop: boolean;
  /** Why it is there. */
  lines: readonly string[];
  onChoose: () => void;
  onToggle: (id: string) => void;
}) {
  const href = useHref(thing);
  const opening = openingOf(thing);
  const shared = {
    "data-thing": thing.id,
    "data-stop": thing.id,
    "aria-description": lines.join(" "),
    tabIndex: isStop ? 0 : -1,
    className: box({ look, isFold: opening !== null }),
  };
  return href !== null ? (
    <Link {...shared} href={href} prefetch={false}>
      {icons[thing.kind]}
      <span className="min-w-0 grow">
        <LinkLabel>
          <Label thing={thing} />
        </LinkLabel>
      </span>
    </Link>
  ) : (
    <button
      {...shared}
      type="button"
      {...(opening && { "aria-expanded": opening.isOpen })}
      onClick={() => {
        onChoose();
        if (opening) onToggle(opening.id);
      }}
    >
      {icons[thing.kind]}
      <span className="min-w-0 grow">
        <Label thing={thing} />
      </span>
      {opening && <Chevron isOpen={opening.isOpen} />}
    </button>
  );
}

function Label({ thing }: { thing: Thing }) {
  const kind = kindWords[thing.kind];
  const detail = detailOf(thing);
  return (
    <>
      {kind !== "" && <span className="sr-only">{kind} </span>}
      <Name className="line-clamp-3 [overflow-wrap:anywhere]">{nameOfThing(thing)}</Name>
      {thing.kind === "person" && thing.name !== thing.username && (
        <Name className="line-clamp-3 text-xs [overflow-wrap:anywhere] text-ink-3">
          {thing.username}
        </Name>
      )}
      {detail !== null && <span className="block text-xs text-ink-3">{detail}</span>}
    </>
  );
}

function Chevron({ isOpen }: { isOpen: boolean }) {
  return isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />;
}

/** Where there is little room, the column's name says it. */
const iconRoom = "@max-[52rem]:hidden";

const icons: Record<Thing["kind"], ReactNode> = {
  person: <User aria-hidden="true" className={iconRoom} />,
  group: <UsersRound aria-hidden="true" className={iconRoom} />,
  groups: <UsersRound aria-hidden="true" className={iconRoom} />,
  role: <ShieldCheck aria-hidden="true" className={iconRoom} />,
  everywhere: <Network aria-hidden="true" className={iconRoom} />,
  network: <Network aria-hidden="true" className={iconRoom} />,
  networks: <Network aria-hidden="true" className={iconRoom} />,
  gateways: <Router aria-hidden="true" className={iconRoom} />,
  gateway: <Router aria-hidden="true" className={iconRoom} />,
};

function detailOf(thing: Thing): string | null {
  switch (thing.kind) {
    case "person":
      return thing.isDisabled ? "Disabled" : null;
    case "group":
      return thing.group.grants.length === 0 ? "Grants nothing" : null;
    case "groups":
      return thing.members[0]?.grants.length === 0 ? "Grant nothing" : "Grant the same";
    case "role":
      return rightWords[thing.right];
    case "networks":
    case "gateways":
      return thing.isOpen && thing.rest > 0
        ? `${formatCount(thing.rest, "more", "more")} in the list`
        : null;
    default:
      return null;
  }
}

/** What opens when it is pressed. The gateways of folded networks open these. */
function openingOf(thing: Thing): { id: string; isOpen: boolean } | null {
  switch (thing.kind) {
    case "groups":
    case "networks":
      return thing;
    case "gateways":
      return thing.network ? thing : { id: thing.of, isOpen: false };
    default:
      return null;
  }
}

/** Where it is looked at, for those who may. */
function useHref(thing: Thing): string | null {
  const actor = useActor();
  switch (thing.kind) {
    case "person":
      return can(actor, "users:list") ? paths.user(thing.username) : null;
    case "group":
      return can(actor, "groups:read") ? paths.group(thing.group.id) : null;
    case "role":
      return can(actor, "roles:read") ? paths.role(thing.roleId) : null;
    case "network":
      return seesNetwork(actor, thing.network.netid) ? paths.network(thing.network.netid) : null;
    case "gateway":
      return seesNetwork(actor, thing.gateway.network) ? paths.gateway(thing.gateway.id) : null;
    default:
      return null;
  }
}
