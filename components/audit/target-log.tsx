"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { EmptyState } from "@/components/ui/empty-state";
import { EntriesCard } from "./entries-card";
import { activityList, targetActivityInput, type ActivityTarget } from "./list-params";
import { auditQueries } from "./queries";

/** Entries about one thing: a group, a role, a network, a client config. */
export const TargetLog = withListUrl(Log);

function Log({ target, noun }: { target: ActivityTarget; noun: string }) {
  const { view, query: state } = useUrlList(activityList);
  const query = useQuery(auditQueries.page(targetActivityInput(target, state)));
  return (
    <EntriesCard
      query={query}
      page={query.data}
      view={view}
      empty={
        <EmptyState icon={<History />} title="No activity yet">
          Changes to this {noun} will be listed here.
        </EmptyState>
      }
    />
  );
}
