"use client";

import type { ReactNode } from "react";
import Link from "next/link";
import { ArrowRight } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { CopyButton } from "@/components/ui/copy-button";
import { MovedParts } from "@/components/ui/moved-parts";
import { Name } from "@/components/ui/name";
import { ExactTime } from "@/components/ui/relative-time";
import type { AuditEntry } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import { can, MASTER_KEY_USERNAME, seesNetwork, type Actor } from "@/lib/permissions";
import { useEntryNames } from "./entry-names";
import { useVocabulary } from "./vocabulary-context";
import { changesOf, targetOf, type Target } from "./wording";
import { movedGateway, type Change, type Names } from "./words";

/** What changed, key by key, and from where it was done. */
export function EntryDetails({ entry }: { entry: AuditEntry }) {
  const changes = changesOf(useVocabulary(), entry, useEntryNames());
  return (
    <div className="grid gap-4 border-t border-line bg-sunken/60 px-4 py-3 @min-[46rem]/table:ps-11">
      {changes.length > 0 && <Changes changes={changes} />}
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <TargetFact entry={entry} />
        <Fact label="When">
          <ExactTime value={entry.at} />
        </Fact>
        {entry.ip && <Fact label="IP address">{entry.ip}</Fact>}
        {entry.user_agent && <Fact label="Client">{entry.user_agent}</Fact>}
        <Fact label="Action">
          <code className="font-mono text-xs">{entry.verb}</code>
        </Fact>
        <Fact label="Request ID">
          <span className="inline-flex items-center gap-1">
            <code className="font-mono text-xs break-all">{entry.request_id}</code>
            <CopyButton value={entry.request_id} label="Copy request ID" />
          </span>
        </Fact>
      </dl>
      <Links entry={entry} />
    </div>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1.5 @min-[30rem]/table:grid-cols-[max-content_minmax(0,1fr)]">
      {changes.map(({ key, label, before, after, moves }) => (
        <div
          key={key}
          className="grid @min-[30rem]/table:col-span-2 @min-[30rem]/table:grid-cols-subgrid"
        >
          <dt className="text-ink-3">{label}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
            {before !== null && (
              <del className="text-ink-3 no-underline">
                <span className="sr-only">before: </span>
                <bdi>{before}</bdi>
              </del>
            )}
            {before !== null && after !== null && (
              <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
            )}
            {after !== null && (
              <ins className="font-medium no-underline">
                <span className="sr-only">after: </span>
                <bdi>{after}</bdi>
              </ins>
            )}
            {moves && <MovedParts {...moves} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The name in the line above can be anybody's; this is what finds the one. */
function TargetFact({ entry }: { entry: AuditEntry }) {
  const target = targetOf(entry);
  if (!target || target.name === target.id) return null;
  return (
    <Fact label="Target">
      <Name>{target.name}</Name>{" "}
      <span className="text-ink-3">
        (<Name>{target.id}</Name>)
      </span>
    </Fact>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** To what the entry is about, to who did it, and to the gateway that somebody was attached to. */
function Links({ entry }: { entry: AuditEntry }) {
  const links = linksOf(entry, useActor(), useEntryNames());
  if (links.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      {links.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          className="rounded-sm font-medium text-accent-text hover:underline"
        >
          Open <Name>{label}</Name>
        </Link>
      ))}
    </p>
  );
}

/** Only what the actor may see. A user or gateway that is gone by now has a page that says so. */
function linksOf(entry: AuditEntry, actor: Actor, names: Names) {
  const { actor: by } = entry;
  const target = targetOf(entry);
  const page = target && pageOf(entry, target, actor);
  const gatewayId = movedGateway(entry);
  const gateway = gatewayId === null ? null : names.gateway(gatewayId);
  const isByOther = isUsername(by) && (entry.target_type !== "user" || by !== target?.id);
  return [
    ...(page ? [page] : []),
    ...(gatewayId !== null && gateway !== null
      ? [{ href: paths.gateway(gatewayId), label: gateway }]
      : []),
    ...(isByOther && can(actor, "users:list") ? [{ href: paths.user(by), label: by }] : []),
  ];
}

function pageOf(
  { target_type: type, verb, after }: AuditEntry,
  { id, name }: Target,
  actor: Actor,
) {
  const isGone = after === null;
  if (type === "user" && can(actor, "users:list")) return { href: paths.user(id), label: name };
  if (type === "group" && !isGone && can(actor, "groups:read")) {
    return { href: paths.group(id), label: name };
  }
  if (type === "role" && !isGone && can(actor, "roles:read")) {
    return { href: paths.role(id), label: name };
  }
  if (type === "network" && !isGone && seesNetwork(actor, id)) {
    return { href: paths.network(id), label: name };
  }
  if (type === "gateway" && !isGone && can(actor, "networks:see-all")) {
    return { href: paths.gateway(id), label: name };
  }
  if (type === "client-config" && !isGone && can(actor, "networks:see-all")) {
    return { href: paths.clientConfig(id), label: name };
  }
  if (type === "invite" && !isGone && can(actor, "invites:read")) {
    return { href: `${paths.invites}?q=${encodeURIComponent(id)}`, label: name };
  }
  if (verb === "pending-user.create" && can(actor, "pending-users:read")) {
    return { href: `${paths.pendingUsers}?q=${encodeURIComponent(id)}`, label: name };
  }
  if (verb === "pending-user.approve" && can(actor, "users:list")) {
    return { href: paths.user(id), label: name };
  }
  if (type === "server-settings" && can(actor, "server-settings:read")) {
    return { href: paths.serverSettings, label: "server settings" };
  }
  return null;
}

function isUsername(name: string): boolean {
  return name !== "" && name !== MASTER_KEY_USERNAME;
}
