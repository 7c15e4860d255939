import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { isRecord } from "@/lib/wire";
import { jobs } from "./jobs";

async function defined(): Promise<unknown[]> {
  const folders = await readdir("lib");
  const domains = folders.filter((name) => name !== "domains" && existsSync(`lib/${name}/jobs.ts`));
  const modules: unknown[] = await Promise.all(domains.map((name) => import(`../${name}/jobs.ts`)));
  return modules.filter(isRecord).flatMap((module) => Object.values(module));
}

test("the list has every job that a domain defines", async () => {
  expect(new Set<unknown>(jobs)).toEqual(new Set(await defined()));
});

test("every job has a name of its own, which begins with what it is about", () => {
  const names = jobs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
});
