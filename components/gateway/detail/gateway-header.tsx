"use client";

import { useState } from "react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Trash2 } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { lazyDialog } from "@/components/ui/lazy-component";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import { gatewayChange } from "@/components/gateway/gateway-actions";
import { GatewayStatus } from "@/components/gateway/gateway-status";
import type { Gateway } from "@/lib/gateway/schema";
import { paths } from "@/lib/paths";

const GatewayDeleteDialog = lazyDialog(
  async () => (await import("@/components/gateway/gateway-delete-dialog")).GatewayDeleteDialog,
);

/** Which gateway the page is about, on which network, and what can be done with it as a whole. */
export function GatewayHeader({ gateway }: { gateway: Gateway }) {
  const router = useRouter();
  const { isShown, disabledReason } = gatewayChange(useActor());
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <>
      <PageHeader
        title={<Name>{gateway.gw_name}</Name>}
        breadcrumbs={breadcrumbs}
        badges={
          <>
            <GatewayStatus status={gateway.status} />
            {gateway.is_internet_gateway && <Badge>Internet</Badge>}
          </>
        }
        description={<Description gateway={gateway} />}
        actions={
          isShown && (
            <Button
              icon={<Trash2 />}
              variant="danger-quiet"
              disabledReason={disabledReason}
              onClick={() => {
                setIsDeleting(true);
              }}
            >
              Delete gateway…
            </Button>
          )
        }
      />
      {isDeleting && (
        <GatewayDeleteDialog
          gateway={gateway}
          onDeleted={() => {
            router.push(paths.gateways);
          }}
          onClose={() => {
            setIsDeleting(false);
          }}
        />
      )}
    </>
  );
}

const breadcrumbs = [{ href: paths.gateways, label: "Gateways" }];

function Description({ gateway: { id, network } }: { gateway: Gateway }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
      <span>
        On{" "}
        <Link
          href={paths.network(network)}
          prefetch={false}
          className="rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
        >
          <LinkLabel>
            <Name>{network}</Name>
          </LinkLabel>
        </Link>
      </span>
      <span className="flex min-w-0 items-center gap-0.5">
        <span className="font-mono text-sm [overflow-wrap:anywhere]">{id}</span>
        <CopyButton value={id} label="Copy id" />
      </span>
    </div>
  );
}
