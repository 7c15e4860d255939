"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useQueryState } from "nuqs";
import { useActor } from "@/components/base/actor-provider";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { EmptyState } from "@/components/ui/empty-state";
import { RadioGroup } from "@/components/ui/radio-group";
import { isolated } from "@/lib/format";
import { can, isSelf } from "@/lib/permissions";
import { EntriesCard } from "./entries-card";
import { activityInput, activityList, activitySide } from "./list-params";
import { auditQueries } from "./queries";

/**
 * Entries about and by one user. Whoever may read the whole log chooses which of the two; everybody else
 * gets what the server shows of their own, both together.
 */
export const ActivityLog = withListUrl(Log);

function Log({ username }: { username: string }) {
  const actor = useActor();
  const [side, setSide] = useQueryState("show", activitySide.withOptions({ history: "push" }));
  const { view, query: state } = useUrlList(activityList);
  const isChoosable = can(actor, "audit:read-all");
  const name = isSelf(actor, username) ? "you" : username;
  const query = useQuery(
    auditQueries.page(activityInput(actor, username, { ...state, show: side })),
  );

  return (
    <div className="grid gap-3">
      {isChoosable && (
        <RadioGroup
          label="Which entries"
          isLabelHidden
          look="segments"
          options={[
            { value: "about", label: `About ${isolated(name)}` },
            { value: "by", label: `By ${isolated(name)}` },
          ]}
          value={side}
          onChange={(next) => {
            void setSide(next);
            if (view.page > 1) view.setPage(1);
          }}
        />
      )}
      <EntriesCard
        query={query}
        page={query.data}
        view={view}
        empty={
          <EmptyState icon={<History />} title="No activity yet">
            {side === "by" && isChoosable
              ? `What ${isolated(name)} ${name === "you" ? "do" : "does"} will be listed here.`
              : `Changes to ${name === "you" ? "your" : "this"} account will be listed here.`}
          </EmptyState>
        }
      />
    </div>
  );
}
