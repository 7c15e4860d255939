"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { lazyDialog } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { groupActions, type GroupActionKind } from "@/components/group/group-actions";
import { GroupName } from "@/components/group/group-name";
import type { UserGroup } from "@/lib/group/schema";
import { paths } from "@/lib/paths";

const GroupActionDialog = lazyDialog(
  async () => (await import("@/components/group/group-action-dialog")).GroupActionDialog,
);

/** Which group the page is about, and what can be done with it as a whole. */
export function GroupHeader({ group }: { group: UserGroup }) {
  const actor = useActor();
  const router = useRouter();
  const [asked, setAsked] = useState<GroupActionKind | null>(null);
  return (
    <>
      <PageHeader
        title={<GroupName group={group} />}
        breadcrumbs={breadcrumbs}
        badges={<Badges group={group} />}
        facts={<Description group={group} />}
        actions={groupActions(actor, group).map(
          ({ action, label, icon, isDanger = false, disabledReason }) => (
            <Button
              key={action}
              icon={icon}
              variant={isDanger ? "danger-quiet" : "secondary"}
              disabledReason={disabledReason}
              onClick={() => {
                setAsked(action);
              }}
            >
              {label}
            </Button>
          ),
        )}
      />
      {asked && (
        <GroupActionDialog
          action={asked}
          group={group}
          onDeleted={() => {
            router.push(paths.groups);
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

const breadcrumbs = [{ href: paths.groups, label: "Groups" }];

function Badges({ group }: { group: UserGroup }) {
  return (
    <>
      {group.default && <Badge>Default</Badge>}
      {group.external_identity_provider_id !== "" && <Badge>External</Badge>}
    </>
  );
}

function Description({ group }: { group: UserGroup }) {
  return (
    <div className="grid gap-1">
      {group.meta_data !== "" && (
        <p className="max-w-prose [overflow-wrap:anywhere] whitespace-pre-line">
          <bdi>{group.meta_data}</bdi>
        </p>
      )}
      {group.default && <p>Made by the server: only its members can be changed.</p>}
      {group.external_identity_provider_id !== "" && (
        <p className="[overflow-wrap:anywhere]">
          The identity provider decides who is in it, as{" "}
          <Name>{group.external_identity_provider_id}</Name>.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <span className="flex min-w-0 items-center gap-0.5">
          <span className="font-mono text-sm [overflow-wrap:anywhere]">{group.id}</span>
          <CopyButton value={group.id} label="Copy id" />
        </span>
        <span>
          Created <RelativeTime value={group.created_at} />
        </span>
      </div>
    </div>
  );
}
