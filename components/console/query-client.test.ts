import { onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test } from "vitest";
import { createQueryClient } from "./query-client";

afterEach(() => {
  onlineManager.setOnline(true);
});

test("asks and saves although the browser believes that it is offline", async () => {
  onlineManager.setOnline(false);
  const client = createQueryClient();
  client.mount();
  const query = { queryKey: ["kites"], queryFn: () => Promise.resolve("red") };
  const observer = new QueryObserver(client, query);
  const unsubscribe = observer.subscribe(() => undefined);
  expect(observer.getCurrentResult().fetchStatus).toBe("fetching");
  await expect(client.query({ ...query, queryKey: ["reels"] })).resolves.toBe("red");

  const saving = client.getMutationCache().build(client, {
    mutationFn: () => Promise.resolve("saved"),
  });
  await expect(saving.execute(undefined)).resolves.toBe("saved");
  unsubscribe();
  client.unmount();
});
