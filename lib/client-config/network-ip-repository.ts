import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { AddressMapping } from "./network-ip-schema";

interface AddressRow {
  id: string;
  address: string;
  ownerName: string;
  groupIds: string[];
}

const BATCH = 1000;

/** The devices of enabled users, on or off, by address as a number, in keyset batches of 1,000. */
export async function* findAddressBatches(db: Db): AsyncGenerator<AddressMapping[]> {
  let last = { address: "0.0.0.0", id: "" };
  for (;;) {
    const found = await rows<AddressRow>(
      db,
      Prisma.sql`
      SELECT t."id", host(t."address") AS "address", t."ownerName",
        ARRAY(SELECT m."groupId" FROM "GroupMember" m WHERE m."userId" = t."ownerId" ORDER BY m."groupId")
          AS "groupIds"
      FROM "ClientConfig" t
      WHERE t."isDevice" AND t."address" IS NOT NULL
        AND (t."address", t."id") > (${last.address}::inet, ${last.id})
        AND EXISTS (SELECT 1 FROM "User" u WHERE u."id" = t."ownerId" AND NOT u."isDisabled" OFFSET 0)
      ORDER BY t."address", t."id" LIMIT ${BATCH}`,
      { prepared: true },
    );
    yield found.map(toMapping);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end;
  }
}

function toMapping({ address, ownerName, groupIds }: AddressRow): AddressMapping {
  return [address, { user: ownerName, groups: groupIds }];
}
