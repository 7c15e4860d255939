// The commands of the server's own machine, against a server of the test's own.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../a11y/axe";
import { secret } from "../environment";
import { untilLive } from "../live";
import { TestServer } from "./server";

const OLD_PASSWORD = "correct horse battery staple";

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

test.describe("npm run admin", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let server: TestServer;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await TestServer.create();
    await server.start();
  });
  test.afterAll(async () => {
    await server.remove();
  });

  function environment() {
    return {
      ...process.env,
      NODE_OPTIONS: "",
      DATABASE_URL: "",
      MUSTER_DATA_DIR: server.dataDir,
      MUSTER_SECRET: secret,
    };
  }

  function admin(...args: string[]): Promise<Outcome> {
    const env = environment();
    return new Promise((resolve) => {
      execFile("npm", ["run", "-s", "admin", "--", ...args], { env }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    });
  }

  async function signIn(username: string, password: string): Promise<number> {
    const body = { username, password };
    return (await server.call("POST", "/api/users/adm/authenticate", body)).status;
  }

  function passwordIn({ stdout }: Outcome): string {
    return /^ {2}(\S+)$/m.exec(stdout)?.[1] ?? "";
  }

  test("lists its commands", async () => {
    const { code, stdout } = await admin("--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/reset-super-admin[\s\S]*lift-throttle <username>/);
  });

  for (const args of [[], ["nothing"], ["reset-super-admin", "ada"], ["lift-throttle"]]) {
    test(`takes “${args.join(" ")}” for a mistake`, async () => {
      const { code, stdout, stderr } = await admin(...args);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain("lift-throttle <username>");
    });
  }

  test("says so where there is no super admin", async () => {
    const { code, stdout, stderr } = await admin("reset-super-admin");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("open the setup link");
  });

  test("gives control back while the server runs, and the console says so", async ({ browser }) => {
    const setUp = { username: "ada", password: OLD_PASSWORD };
    const made = await server.call("POST", "/api/users/adm/createsuperadmin", setUp);
    expect(made.status).toBe(200);

    const outcome = await admin("reset-super-admin");
    const password = passwordIn(outcome);
    expect(outcome.code).toBe(0);
    expect(password).toMatch(/^(\w{5}-){3}\w{5}$/);
    expect(outcome.stdout.split(password)).toHaveLength(2);
    expect(outcome.stderr + server.output).not.toContain(password);
    expect(await signIn("ada", OLD_PASSWORD)).toBe(401);

    const baseURL = `http://localhost:${String(server.port)}`;
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await untilLive(page);
    await page.getByLabel("Username").fill("ada");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    const notice = page.getByRole("region", { name: "Security notice" });
    await expect(notice).toContainText("was reset on the server’s machine");
    await expectAccessible(page);

    await notice.getByRole("link", { name: "See the audit log" }).click();
    await expect(page.getByText(/reset the password of the super admin/)).toHaveCount(1);
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("main")).toBeFocused();
    await page.reload();
    await untilLive(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);
    await context.close();
  });

  test("ends a wait that nobody can end by the API", async () => {
    for (let n = 0; n < 10; n += 1) await signIn("ada", "wrong");
    expect(await signIn("ada", "wrong")).toBe(429);
    const lifted = await admin("lift-throttle", "ADA");
    expect(lifted).toMatchObject({ code: 0 });
    expect(lifted.stdout).toContain("ada can sign in at once");
    expect(await signIn("ada", "wrong")).toBe(401);
    expect((await admin("lift-throttle", "nobody")).code).toBe(1);
  });

  test("gives control back while the server is stopped", async () => {
    await server.end("SIGTERM");
    const password = passwordIn(await admin("reset-super-admin"));
    await server.start();
    expect(await signIn("ada", password)).toBe(200);
  });

  test("finishes when it is interrupted, and leaves no database running", async () => {
    await server.end("SIGTERM");
    const child = spawn(process.execPath, ["scripts/admin.mjs", "reset-super-admin"], {
      env: environment(),
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("listens on port")) child.kill("SIGINT");
    });
    await once(child, "exit");
    expect(child.exitCode).toBe(0);
    await expect(readFile(path.join(server.postgresDir, "postmaster.pid"))).rejects.toThrow();
  });
});
