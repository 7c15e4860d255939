// A verb that forgets to authorize, or authorizes something else, answers nobody.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { callAs } from "@/lib/testing/call-as";
import { anActor, aUser } from "@/lib/testing/factories";
import { logOf } from "@/lib/testing/log";
import { defineContracts, wrapped } from "./contract";
import { createHandle } from "./handle";
import { defaultLimits } from "@/lib/limits";

const handle = createHandle({ readLimits: () => Promise.resolve(defaultLimits) });

const { ofUser, ofRow, ofAnyone } = defineContracts({
  ofUser: {
    method: "GET",
    path: "/api/users/{username}",
    who: "users:read",
    about: { kind: "user", in: "path", name: "username" },
    summary: "About a user",
    params: z.object({ username: z.string() }),
    response: wrapped(z.null()),
  },
  ofRow: {
    method: "GET",
    path: "/api/v1/users/session",
    who: "sessions:manage",
    about: { kind: "row" },
    summary: "About a row",
    response: wrapped(z.null()),
  },
  ofAnyone: {
    method: "GET",
    path: "/api/health",
    who: "anyone",
    summary: "About nothing",
    response: wrapped(z.null()),
  },
});

async function statusOf(entry: "ofUser" | "ofRow", verb: (ctx: Context, own: string) => void) {
  const actor = await anActor("auditor");
  const run = ({ ctx }: { ctx: Context }) => {
    verb(ctx, actor.username);
    return null;
  };
  let status = 0;
  const lines = await logOf(async () => {
    const called =
      entry === "ofUser"
        ? await callAs(actor, handle(ofUser, run), { params: { username: actor.username } })
        : await callAs(actor, handle(ofRow, run));
    status = called.status;
  });
  return { status, log: lines.join("\n") };
}

describe("a call is answered", () => {
  test("when its verb has authorized what the entry says", async () => {
    const { status } = await statusOf("ofUser", (ctx, own) => {
      authorize(ctx, "users:read", { user: own });
    });
    expect(status).toBe(200);
  });

  test("without any authorization when the entry is for anyone", async () => {
    const called = await callAs(
      await anActor("auditor"),
      handle(ofAnyone, () => null),
    );
    expect(called.status).toBe(200);
  });

  test("when its verb has settled whose the row is", async () => {
    const { status } = await statusOf("ofRow", (ctx, own) => {
      authorize(ctx, "sessions:manage", { row: true });
      authorize(ctx, "sessions:manage", { user: own });
    });
    expect(status).toBe(200);
  });
});

describe("a call is answered with 500, and the log says why,", () => {
  test("when its verb authorizes nothing", async () => {
    const { status, log } = await statusOf("ofUser", () => undefined);
    expect(status).toBe(500);
    expect(log).toContain("was not authorized");
  });

  test("when its verb authorizes something else", async () => {
    const { status } = await statusOf("ofUser", (ctx) => {
      authorize(ctx, "users:list");
    });
    expect(status).toBe(500);
  });

  test("when its verb authorizes it about somebody else", async () => {
    const other = await aUser();
    const { status } = await statusOf("ofUser", (ctx) => {
      authorize(ctx, "users:read", { user: other.username });
    });
    expect(status).toBe(500);
  });

  test("when its verb never settles whose the row is", async () => {
    const { status } = await statusOf("ofRow", (ctx) => {
      authorize(ctx, "sessions:manage", { row: true });
    });
    expect(status).toBe(500);
  });
});
