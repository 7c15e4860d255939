import "server-only";
import type { Db } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import { toPage } from "@/lib/db/paging";
import { containsPattern, Prisma } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { daysFrom } from "./expiry";
import { toToken, type TokenRow } from "./repository";
import type { ListedToken, TokenListQuery, TokenPage } from "./schema";
import { EXPIRING_DAYS, UNUSED_DAYS, type tokenSorts, type TokenState } from "./values";

type Row = TokenRow & { ownerDisabled: boolean };

export async function findPage(db: Db, query: TokenListQuery, now: Date): Promise<TokenPage> {
  const { page, per_page, sort } = query;
  const { rows, total } = await findListed<Row>(db, {
    page,
    per_page,
    table: "AccessToken",
    key: Prisma.sql`"id"`,
    sortedBy: sortColumns[sort ?? "created_at"],
    order: query.order ?? (sort === undefined ? "desc" : "asc"),
    columns: Prisma.sql`
      t."id", t."name", t."userName", t."expiresAt", t."lastUsedAt", t."createdBy", t."createdAt", t."ownerDisabled"`,
    conditions: conditionsOf(query, now),
  });
  return toPage(rows.map(toListed), query, total);
}

function toListed({ ownerDisabled, ...row }: Row): ListedToken {
  return { ...toToken(row), owner_disabled: ownerDisabled };
}

const sortColumns: Record<(typeof tokenSorts)[number], Prisma.Sql> = {
  created_at: Prisma.sql`"createdAt"`,
  expires_at: Prisma.sql`"expiresAt"`,
  last_used: Prisma.sql`"lastUsedAt"`,
  name: Prisma.sql`"nameLower"`,
  user_name: Prisma.sql`"userName"`,
};

function conditionsOf({ q, state }: TokenListQuery, now: Date): Prisma.Sql[] {
  return [
    q !== undefined && q !== "" && searchCondition(q),
    state && Prisma.sql`(${Prisma.join(state.map(stateCondition(now)), " OR ")})`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

function searchCondition(q: string): Prisma.Sql {
  return Prisma.sql`(t."nameLower" || E'\n' || t."userName") LIKE ${containsPattern(foldCase(q))}`;
}

function stateCondition(now: Date) {
  const soon = daysFrom(now, EXPIRING_DAYS);
  const longAgo = daysFrom(now, -UNUSED_DAYS);
  const conditions: Record<TokenState, Prisma.Sql> = {
    active: Prisma.sql`t."expiresAt" > ${now}::timestamptz AND NOT t."ownerDisabled"`,
    expired: Prisma.sql`t."expiresAt" <= ${now}::timestamptz`,
    expiring: Prisma.sql`t."expiresAt" > ${now}::timestamptz AND t."expiresAt" <= ${soon}::timestamptz`,
    unused: Prisma.sql`t."lastUsedAt" <= ${longAgo}::timestamptz AND t."createdAt" <= ${longAgo}::timestamptz`,
    owner_disabled: Prisma.sql`t."ownerDisabled"`,
  };
  return (state: TokenState) => conditions[state];
}
