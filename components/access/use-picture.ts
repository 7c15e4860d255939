"use client";

import { useMemo, useState } from "react";
import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import type { Access, AccessGatewayPage } from "@/lib/access/schema";
import { pictureOf } from "./picture";
import type { Picture } from "./picture-things";
import { accessGatewaysQuery } from "./queries";
import { usePersonName } from "./use-target";

/** The picture of somebody's access, and what opens in it: folds, and the gateways of a network, asked for then. */
export function usePicture(access: Access): { picture: Picture; toggle: (id: string) => void } {
  const name = usePersonName(access.username);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const networks = useMemo(
    () =>
      access.networks
        .map(({ netid }) => netid)
        .filter((netid) => opened.has(`gateways network ${netid}`)),
    [access, opened],
  );
  const pages = useQueries({
    queries: networks.map((network) => accessGatewaysQuery(access.username, { network })),
    combine: pagesOf,
  });
  const picture = useMemo(() => {
    const gateways = new Map(networks.map((netid, index) => [netid, pages[index]?.data ?? []]));
    return pictureOf(access, { name, opened, gateways });
  }, [access, name, opened, networks, pages]);

  return {
    picture,
    toggle: (id) => {
      setOpened((before) => toggled(before, id));
    },
  };
}

function pagesOf(answers: UseQueryResult<AccessGatewayPage>[]) {
  return answers.map(({ data }) => data ?? null);
}

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return after;
}
