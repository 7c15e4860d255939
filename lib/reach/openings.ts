// What groups and attachments open, as parts of a statement: networks that are reached, and gateways that people have.
import "server-only";
import { Prisma } from "@/lib/db/sql";
import type { ReachChange } from "./change";
import { givesAll, type ReachRows } from "./statements";

/**
 * A way by which something is opened. Its source is the id of a group, or of a gateway after an `@`, which stands for
 * being attached to it.
 */
interface Way {
  kind: "network" | "gateway";
  source: Prisma.Sql;
  /** The id of what it opens: of a network (`n`) or of a gateway (`w`). */
  thing: Prisma.Sql;
  /** Where its rows are found, and what has to hold for them. */
  from: Prisma.Sql;
  when: Prisma.Sql;
}

const group = Prisma.sql`g."groupId"`;
const attachment = Prisma.sql`'@' || w."id"`;
const network = Prisma.sql`n."id"`;
const gateway = Prisma.sql`w."id"::text`;
const always = Prisma.sql`TRUE`;

/** Ways to single things. In parts, because a join by "the same or all" compares each grant with each network. */
function waysToSingle({ grants, roles, roleGateways, networks, gateways }: ReachRows): Way[] {
  const usable = Prisma.sql`(g."networkId" IS NULL OR g."networkId" = w."networkId")`;
  return [
    {
      kind: "network",
      source: group,
      thing: network,
      when: always,
      from: Prisma.sql`${grants} g JOIN ${networks} n ON n."id" = g."networkId"`,
    },
    {
      kind: "gateway",
      source: group,
      thing: gateway,
      when: givesAll,
      from: Prisma.sql`${grants} g JOIN ${roles} r ON r."id" = g."roleId"
        JOIN ${gateways} w ON w."networkId" = g."networkId"`,
    },
    {
      kind: "gateway",
      source: group,
      thing: gateway,
      when: usable,
      from: Prisma.sql`${grants} g JOIN ${roleGateways} x ON x."roleId" = g."roleId"
        JOIN ${gateways} w ON w."id" = x."gatewayId"`,
    },
    {
      kind: "gateway",
      source: attachment,
      thing: gateway,
      when: always,
      from: Prisma.sql`${gateways} w`,
    },
    {
      kind: "network",
      source: attachment,
      thing: network,
      when: always,
      from: Prisma.sql`${gateways} w JOIN ${networks} n ON n."id" = w."networkId"`,
    },
  ];
}

/** Ways to everything there is of a kind, without its rows. */
function waysToAll({ grants, roles }: ReachRows): Omit<Way, "thing">[] {
  return [
    {
      kind: "network",
      source: group,
      from: Prisma.sql`${grants} g`,
      when: Prisma.sql`g."networkId" IS NULL`,
    },
    {
      kind: "gateway",
      source: group,
      from: Prisma.sql`${grants} g JOIN ${roles} r ON r."id" = g."roleId"`,
      when: Prisma.sql`g."networkId" IS NULL AND ${givesAll}`,
    },
  ];
}

/** The ways of {@link waysToAll}, each thing by itself. */
function waysToEach(rows: ReachRows): Way[] {
  const each = {
    network: { thing: network, rows: Prisma.sql`${rows.networks} n` },
    gateway: { thing: gateway, rows: Prisma.sql`${rows.gateways} w` },
  };
  return waysToAll(rows).map((way) => ({
    ...way,
    thing: each[way.kind].thing,
    from: Prisma.sql`${way.from} CROSS JOIN ${each[way.kind].rows}`,
  }));
}

function union(ways: readonly Way[], isAsked: (way: Way) => Prisma.Sql): Prisma.Sql {
  const parts = ways.map(
    (way) => Prisma.sql`
      SELECT ${way.source} AS "source", ${kindOf(way)} AS "kind", ${way.thing} AS "thing"
      FROM ${way.from} WHERE ${way.when} AND ${isAsked(way)}`,
  );
  return Prisma.join(parts, " UNION ALL ");
}

function kindOf({ kind }: Pick<Way, "kind">): Prisma.Sql {
  return Prisma.raw(`'${kind}'::text`);
}

/**
 * What each of some sources opens; of what goes, where something goes, and nothing else.
 * @param sources the name of a part of the statement
 */
export function openedBy(sources: string, rows: ReachRows, change: ReachChange): Prisma.Sql {
  const { network: netid = null, gateway: single } = change;
  const isInQuestion = {
    network: Prisma.sql`(${netid ?? single?.networkId ?? null}::text IS NULL
      OR n."id" = ${netid ?? single?.networkId ?? null})`,
    gateway: Prisma.sql`(${netid}::text IS NULL OR w."networkId" = ${netid})
      AND (${single?.id ?? null}::uuid IS NULL OR w."id" = ${single?.id ?? null}::uuid)`,
  };
  return union(
    [...waysToSingle(rows), ...waysToEach(rows)],
    ({ kind, source }) =>
      Prisma.sql`${source} IN (SELECT "source" FROM ${Prisma.raw(`"${sources}"`)}) AND ${isInQuestion[kind]}`,
  );
}

/** What each source opens of the `"questions"`; null for whatever there is of a kind. */
export function openedInQuestion(rows: ReachRows, kinds: readonly Way["kind"][]): Prisma.Sql {
  const wide = waysToAll(rows)
    .filter(({ kind }) => kinds.includes(kind))
    .map((way) => ({ ...way, thing: Prisma.sql`NULL::text` }));
  return Prisma.join(
    [
      union(
        waysToSingle(rows),
        (way) => Prisma.sql`${way.thing} IN (
          SELECT q."thing" FROM "questions" q WHERE q."kind" = ${kindOf(way)})`,
      ),
      ...(wide.length > 0 ? [union(wide, () => always)] : []),
    ],
    " UNION ALL ",
  );
}
