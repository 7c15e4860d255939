// Passkeys that users have, for tests, with the authenticator that answers for them.
import { database } from "@/lib/db/client";
import { userHandleOf } from "@/lib/passkey/options";
import * as passkeys from "@/lib/passkey/repository";
import { aSoftPasskey, type SoftPasskey } from "./authenticator";
import { uniqueName, type TestUser } from "./factories";

export interface TestPasskey {
  /** Of the row. */
  id: string;
  name: string;
  soft: SoftPasskey;
}

interface Options {
  name?: string;
  rpId?: string;
  counter?: number;
  createdAt?: Date;
}

export async function aPasskey(
  { id: userId }: TestUser,
  { name = uniqueName("passkey"), rpId = "localhost", counter = 0, createdAt }: Options = {},
): Promise<TestPasskey> {
  const soft = aSoftPasskey({ userHandle: userHandleOf(userId), rpId });
  const { id } = await passkeys.create(
    database().prisma,
    {
      userId,
      rpId,
      name,
      counter,
      credentialId: new Uint8Array(Buffer.from(soft.id, "base64url")),
      publicKey: soft.publicKey,
      transports: ["internal"],
      isBackedUp: false,
    },
    createdAt ?? new Date(),
  );
  return { id, name, soft };
}
