// A real OpenID provider on this machine, which misbehaves as a test tells it to.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { parse } from "cookie";
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import type { AccountClaims, Configuration } from "oidc-provider";
import { z } from "zod";
import { isRecord } from "@/lib/wire";

/** What an endpoint does in place of answering: a status, silence, or the end of the connection. */
type Fault = 400 | 500 | "hang" | "drop";

export interface Behaviour {
  /** Claims of ID tokens that are not as they should be; undefined leaves one out. */
  claims?: JWTPayload;
  /** The key that ID tokens are signed by is not among those that the provider shows. */
  hidesKey?: boolean;
  /** Parts of what the provider says of itself. */
  metadata?: Record<string, unknown>;
  /** By path, such as `/token`. */
  faults?: Record<string, Fault>;
}

interface State {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whoever signs in. */
  person: AccountClaims;
  behaviour: Behaviour;
  /** What was asked, as `POST /token`. */
  asked: string[];
}

export interface TestProvider extends State {
  rotateKeys: () => Promise<void>;
  /** As time would. */
  expireCode: (code: string) => Promise<void>;
  stop: () => Promise<void>;
}

interface Place {
  /** Where the provider listens: anywhere unless given. */
  port?: number;
  /** Where our server is. */
  app?: string;
  /** The name of the cookie by which a browser says who sits in front of it. */
  visitorCookie?: string;
}

/** @param id what it is called in the addresses of ours that it sends people back to */
export async function startProvider(
  id = "oidc",
  { port = 0, app = "http://localhost:3000", visitorCookie = "visitor" }: Place = {},
): Promise<TestProvider> {
  const listener = createServer();
  listener.listen(port, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen.");
  const state: State = {
    issuer: `http://127.0.0.1:${String(address.port)}`,
    clientId: "muster",
    clientSecret: "the-secret-of-the-client",
    person: { sub: "ada", email: "ada@example.com", email_verified: true, name: "Ada Lovelace" },
    behaviour: {},
    asked: [],
  };
  let key = await newKey();
  const configuration = await configurationFor(state, `${app}/api/auth/callback/${id}`);
  const provider = await quietly(async () => {
    const { default: Provider } = await import("oidc-provider");
    return new Provider(state.issuer, configuration);
  });
  provider.use(async (ctx, next) => {
    await next();
    ctx.body = await altered(ctx.path, ctx.body, state.behaviour, key);
  });
  const serve = provider.callback();
  listener.on("request", (request: IncomingMessage, response: ServerResponse) => {
    state.person = visitorIn(request, visitorCookie) ?? state.person;
    const { pathname: path } = new URL(request.url ?? "", state.issuer);
    state.asked.push(`${request.method ?? ""} ${path}`);
    const fault = state.behaviour.faults?.[path];
    if (fault !== undefined) misbehave(fault, response);
    else if (path.startsWith("/interaction/")) {
      const login = { accountId: state.person.sub, remember: false };
      void provider.interactionFinished(request, response, { login });
    } else void serve(request, response);
  });
  return Object.assign(state, {
    rotateKeys: async () => {
      key = await newKey();
    },
    expireCode: async (code: string) => {
      await (await provider.AuthorizationCode.find(code))?.destroy();
    },
    stop: async () => {
      listener.closeAllConnections();
      listener.close();
      await once(listener, "close");
    },
  });
}

/** It warns of what tests do not mind: that it is made for a newer Node, and that it keeps nothing. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

async function configurationFor(state: State, callback: string): Promise<Configuration> {
  return {
    clients: [
      {
        client_id: state.clientId,
        client_secret: state.clientSecret,
        redirect_uris: [callback],
      },
    ],
    jwks: { keys: [{ ...(await newKey()).secret }] },
    cookies: { keys: ["a key of the test"] },
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => visitors.get(accountId) ?? state.person,
    }),
    // Nobody is asked whether this server may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        ...(oidc.client && { clientId: oidc.client.clientId }),
        ...(oidc.session?.accountId !== undefined && { accountId: oidc.session.accountId }),
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
}

/** Those who came as somebody of their own, by what the provider calls them: browsers may come at the same time. */
const visitors = new Map<string, AccountClaims>();
const claims = z.looseObject({ sub: z.string() });

function visitorIn({ headers }: IncomingMessage, cookie: string): AccountClaims | null {
  const value = parse(headers.cookie ?? "")[cookie];
  if (value === undefined) return null;
  const person = claims.parse(JSON.parse(Buffer.from(value, "base64url").toString()));
  visitors.set(person.sub, person);
  return person;
}

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const kid = crypto.randomUUID();
  const common = { kid, alg: "RS256", use: "sig" };
  return {
    kid,
    privateKey,
    secret: { ...(await exportJWK(privateKey)), ...common },
    shown: { ...(await exportJWK(publicKey)), ...common },
  };
}

async function altered(
  path: string,
  body: unknown,
  { claims = {}, hidesKey = false, metadata = {} }: Behaviour,
  { kid, privateKey, shown }: Awaited<ReturnType<typeof newKey>>,
): Promise<unknown> {
  if (!isRecord(body)) return body;
  if (path === "/jwks") return { keys: hidesKey ? [] : [shown] };
  if (path === "/.well-known/openid-configuration") return { ...body, ...metadata };
  const token = body["id_token"];
  if (typeof token !== "string") return body;
  const signed = new SignJWT({ ...decodeJwt(token), ...claims });
  return {
    ...body,
    id_token: await signed.setProtectedHeader({ alg: "RS256", kid }).sign(privateKey),
  };
}

function misbehave(fault: Fault, response: ServerResponse): void {
  if (fault === "hang") return;
  if (fault === "drop") response.destroy();
  else response.writeHead(fault, { "Content-Type": "text/plain" }).end("no");
}
