import "server-only";
import { z } from "zod";
import type { GitHubProvider } from "@/lib/auth/providers";
import { PATIENCE_MS } from "./faults";
import type { ProvenIdentity } from "./proven-identity";

const account = z.object({ id: z.int(), name: z.string().nullish() });
const addresses = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** GitHub speaks no OpenID Connect: who somebody is, is read from its API. @throws where it does not say */
export async function readGitHubIdentity(
  { id: provider, endpoints }: GitHubProvider,
  accessToken: string,
): Promise<ProvenIdentity> {
  const read = (path: string) => readJson(`${endpoints.api}${path}`, accessToken);
  const { id, name } = account.parse(await read("/user"));
  const primary = addresses
    .parse(await read("/user/emails?per_page=100"))
    .find((each) => each.primary);
  return {
    provider,
    issuer: "https://github.com",
    subject: String(id),
    email: primary?.verified === true ? primary.email : null,
    name: name ?? "",
    isFresh: true,
    hasMfa: false,
  };
}

async function readJson(url: string, accessToken: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: {
      Accept: "application/vnd.github+json",
      Authorization: `Bearer ${accessToken}`,
      "User-Agent": "Muster",
    },
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) {
    const { status: statusCode } = response;
    throw Object.assign(new Error(`GitHub answered ${String(statusCode)}.`), {
      response: { statusCode },
    });
  }
  return response.json();
}
