"use client";

import { useQuery } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listedGatewayQuery } from "@/components/gateway/queries";
import { formatCount } from "@/lib/format";

/** What devices have of a gateway. */
export function GatewayConfigs({ id }: { id: string }) {
  const { data } = useQuery(listedGatewayQuery(id));
  const count = data?.data[0]?.client_configs;
  if (count === undefined) return null;
  return (
    <Card>
      <EmptyState
        icon={<MonitorSmartphone />}
        title={count === 0 ? "No client configs yet" : formatCount(count, "client config")}
      >
        A client config is what one device connects with.
      </EmptyState>
    </Card>
  );
}
