// Firefox as people have it, spoken to by WebDriver BiDi: Playwright's own way there needs a Firefox of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const reply = z.object({
  id: z.number(),
  type: z.enum(["success", "error"]),
  result: z.unknown(),
  message: z.string().optional(),
});
const tree = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });
const evaluated = z.object({ result: z.object({ value: z.unknown() }) });

export const keys = { enter: "\uE007", tab: "\uE004" } as const;

export class Firefox {
  private readonly child: ChildProcess;
  private readonly profile: string;
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (given: z.output<typeof reply>) => void>();
  private context = "";

  private constructor(child: ChildProcess, profile: string, socket: WebSocket) {
    this.child = child;
    this.profile = profile;
    this.socket = socket;
    socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const parsed = reply.safeParse(JSON.parse(data));
      if (parsed.success) this.waiting.get(parsed.data.id)?.(parsed.data);
    });
  }

  static async start(executable: string): Promise<Firefox> {
    const profile = await mkdtemp(path.join(os.tmpdir(), "muster-firefox-"));
    const args = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile];
    const child = spawn(executable, args, { stdio: ["ignore", "ignore", "pipe"] });
    const socket = new WebSocket(`${await addressOf(child)}/session`);
    await new Promise((resolve) => {
      socket.addEventListener("open", resolve);
    });
    const firefox = new Firefox(child, profile, socket);
    await firefox.send("session.new", { capabilities: {} });
    const { contexts } = tree.parse(await firefox.send("browsingContext.getTree", {}));
    firefox.context = contexts[0]?.context ?? "";
    return firefox;
  }

  async goto(url: string, wait: "interactive" | "complete" = "complete"): Promise<void> {
    await this.send("browsingContext.navigate", { context: this.context, url, wait });
  }

  /** @returns a text, number or truth value */
  async evaluate(expression: string): Promise<unknown> {
    const target = { context: this.context };
    const params = { expression, target, awaitPromise: true };
    return evaluated.parse(await this.send("script.evaluate", params)).result.value;
  }

  /** Presses these keys, one after the other. */
  async type(text: string): Promise<void> {
    const actions = Array.from(text).flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    const source = { type: "key", id: "keyboard", actions };
    await this.send("input.performActions", { context: this.context, actions: [source] });
  }

  async stop(): Promise<void> {
    this.socket.close();
    this.child.kill();
    await once(this.child, "exit");
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async send(method: string, params: object): Promise<unknown> {
    const id = this.waiting.size + 1;
    const answered = new Promise<z.output<typeof reply>>((resolve) => {
      this.waiting.set(id, resolve);
    });
    this.socket.send(JSON.stringify({ id, method, params }));
    const { type, result, message } = await answered;
    if (type === "error") throw new Error(`${method}: ${message ?? ""}`);
    return result;
  }
}

/** Firefox says where it listens once it does. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error("Firefox has no output.");
  for await (const line of createInterface({ input: stderr })) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      stderr.resume();
      return address;
    }
  }
  throw new Error("Firefox ended before it listened.");
}
