import { renderToStaticMarkup } from "react-dom/server";
import { notFound } from "next/navigation";
import { QueryClient, QueryClientProvider, queryOptions, useQuery } from "@tanstack/react-query";
import { describe, expect, test, vi } from "vitest";
import { notFound as missing } from "@/lib/errors";
import type { PlatformRole } from "@/lib/permissions";
import { userActor } from "@/lib/testing/entities";
import { FirstPaint, firstRead, type FirstRead } from "./first-paint";

const lampQuery = queryOptions({
  queryKey: ["lamp"],
  queryFn: () => Promise.reject<string>(new Error("The browser asks, not the server.")),
});
const fanQuery = queryOptions({ ...lampQuery, queryKey: ["fan"] });

function Room() {
  const lamp = useQuery(lampQuery).data ?? "not known";
  const fan = useQuery(fanQuery).data ?? "not known";
  return `lamp ${lamp}, fan ${fan}`;
}

async function htmlOf(reads: FirstRead[], role: PlatformRole = "admin") {
  const page = await FirstPaint({
    ctx: { actor: userActor("grace", role) },
    page: { title: "Rooms", needs: "users:list" },
    reads,
    children: <Room />,
  });
  const client = new QueryClient();
  return renderToStaticMarkup(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
}

describe("the first paint of a page", () => {
  test("holds what was read", async () => {
    const reads = [
      firstRead(lampQuery, () => Promise.resolve("on")),
      firstRead(fanQuery, () => Promise.resolve("off")),
    ];
    expect(await htmlOf(reads)).toBe("lamp on, fan off");
  });

  test("leaves out what could not be read, and nothing else", async () => {
    const reads = [
      firstRead(lampQuery, () => Promise.reject(missing("lamp", "a"))),
      firstRead(fanQuery, () => Promise.resolve("off")),
    ];
    expect(await htmlOf(reads)).toBe("lamp not known, fan off");
  });

  test("leads on where a read leads to another page", async () => {
    const leads = firstRead(lampQuery, () => Promise.resolve().then(notFound));
    await expect(htmlOf([leads])).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });

  test("says why not to whoever may not see it, and reads nothing", async () => {
    const read = vi.fn(() => Promise.resolve("on"));
    const html = await htmlOf([firstRead(lampQuery, read)], "service-user");
    expect(html).toContain("Only super admins, admins, and auditors can see all users.");
    expect(html).not.toContain("lamp");
    expect(read).not.toHaveBeenCalled();
  });
});
