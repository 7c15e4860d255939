// Answers as if somebody had gateways: the same in each network that they reach, attached to the first of them.
import type { Page } from "@playwright/test";
import { z } from "zod";
import { access, type Access } from "../lib/access/schema";
import type { Reason } from "../lib/reach/reasons";

const attachment: Omit<Reason, "network_id"> = {
  kind: "attachment",
  group_id: "",
  group_name: "",
  role_id: "",
  role_name: "",
  right: "gateway",
};

const answered = z.looseObject({ Response: access });

/** To be called before the page is opened. */
export async function withGateways(page: Page, { names }: { names: readonly string[] }) {
  const reached = new Map<string, Access["networks"][number]>();
  await page.route("**/api/v1/users/access?*", async (route) => {
    const answer = await route.fetch();
    const body = answered.parse(await answer.json());
    for (const network of body.Response.networks) {
      network.gateways = names.length;
      network.reasons.push({ ...attachment, network_id: network.netid });
      reached.set(network.netid, network);
    }
    await route.fulfill({ response: answer, json: body });
  });
  await page.route("**/api/v2/users/access/gateways?*", (route) => {
    const query = new URL(route.request().url()).searchParams;
    const network = query.get("network") ?? "";
    const [byGroups, attached] = [
      reached.get(network)?.reasons ?? [],
      { ...attachment, network_id: network },
    ];
    const found = names
      .map((name, index) => ({
        id: `${network} ${name}`,
        gw_name: name,
        network,
        reasons: index === 0 ? [attached] : byGroups.slice(0, -1),
      }))
      .filter(({ gw_name: name }) =>
        name.toLowerCase().includes((query.get("q") ?? "").toLowerCase()),
      );
    return route.fulfill({ json: pageOf(found, query) });
  });
  await page.route("**/api/v2/client_configs?*", (route) =>
    route.fulfill({ json: pageOf([1, 2, 3], new URL(route.request().url()).searchParams) }),
  );
  // What came with the page is old then, and asked for again.
  await page.clock.setSystemTime(Date.now() + 60_000);
}

function pageOf(all: readonly unknown[], query: URLSearchParams) {
  const [page, per] = [Number(query.get("page")), Number(query.get("per_page"))];
  return {
    Code: 200,
    Message: "",
    Response: {
      data: all.slice((page - 1) * per, page * per),
      page,
      per_page: per,
      total: all.length,
      total_pages: Math.ceil(all.length / per),
    },
  };
}
