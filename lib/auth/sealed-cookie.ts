import "server-only";
import { serialize } from "cookie";
import { z } from "zod";
import { sealAtRest, unsealAtRest } from "@/lib/crypto/at-rest";
import { cookieName, cookieValues, type CookieName } from "./cookies";
import { isSecureRequest } from "./protocol";

interface Kind<T> {
  name: CookieName;
  lifetimeSeconds: number;
  schema: z.ZodType<T>;
}

/** Something that has headers: a request, or what a page was asked with. */
interface Asked {
  headers: Headers;
}

/** A cookie that only this server can read and write, for so long; scripts of pages do not see it. */
export function sealedCookie<T>({ name, lifetimeSeconds, schema }: Kind<T>) {
  const stored = z.object({ expiresAt: z.number(), value: schema });

  function open(sealed: string): z.output<typeof stored> | null {
    try {
      const text = unsealAtRest(`cookie:${name}`, Buffer.from(sealed, "base64url"));
      return stored.safeParse(JSON.parse(text)).data ?? null;
    } catch {
      return null;
    }
  }

  function cookie({ headers }: Asked, text: string, maxAge: number): string {
    const secure = isSecureRequest(headers);
    // Lax, because people come back from the provider's site.
    const options = { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge } as const;
    return serialize(cookieName(name, secure), text, options);
  }

  return {
    /** Null where the browser has none that is ours and still good. */
    read({ headers }: Asked, now = new Date()): T | null {
      const found = cookieValues(headers, name)
        .map(open)
        .find((kept) => kept !== null && kept.expiresAt > now.getTime());
      return found?.value ?? null;
    },
    /** @returns the `Set-Cookie` value */
    write(asked: Asked, value: T, now = new Date()): string {
      const expiresAt = now.getTime() + lifetimeSeconds * 1000;
      const sealed = sealAtRest(`cookie:${name}`, JSON.stringify({ expiresAt, value }));
      return cookie(asked, sealed.toString("base64url"), lifetimeSeconds);
    },
    /** @returns the `Set-Cookie` value that takes it away */
    drop(asked: Asked): string {
      return cookie(asked, "", 0);
    },
  };
}
