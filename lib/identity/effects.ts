import "server-only";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { conflict, type AppError } from "@/lib/errors";
import * as identities from "./repository";
import type { Identity } from "./schema";

/**
 * Links a user to what a provider calls them.
 * @throws AppError `conflict` when somebody has this identity already
 */
export function insertIdentity(tx: Tx, input: identities.NewIdentity): Promise<Identity> {
  const { userId, provider, issuer, subject, email } = input;
  return identities
    .create(tx.db, { userId, provider, issuer, subject, email }, tx.now)
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? linkedElsewhere() : error;
    });
}

export function countIdentities({ db }: Context, userId: string): Promise<number> {
  return identities.countByUser(db, userId);
}

/** Unlinks whatever a user signs in by at providers. */
export function dropIdentities({ db }: Tx, userId: string): Promise<void> {
  return identities.removeByUser(db, userId);
}

/** The refusal of an identity that somebody has. */
export function linkedElsewhere(): AppError {
  return conflict("This identity is linked to another account.");
}
