/** Who signs in at a provider: nobody else has the same issuer and subject. */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
}

/** A pending user as they are stored. */
export interface StoredPendingUser extends ProvenIdentity {
  id: string;
  /** The address, which is to be the username. */
  username: string;
  displayName: string;
  provider: string;
  createdAt: Date;
  lastTriedAt: Date;
}
