import { describe, expect, it } from "vitest";
import type { Access } from "@/lib/access/schema";
import { ALL_NETWORKS } from "@/lib/reach/values";
import { pictureOf, waysThrough } from "./picture";
import { FOLD_FROM, OPENED_MOST } from "./picture-folds";
import type {
  AccessGateway,
  AccessGroup,
  AccessNetwork,
  ColumnName,
  Picture,
} from "./picture-things";

type Grant = AccessGroup["grants"][number];
type Reason = AccessNetwork["reasons"][number];

const closed = {
  name: "Ada",
  opened: new Set<string>(),
  gateways: new Map<string, AccessGateway[]>(),
};

function grantOf(network: string, role: string, right: Grant["right"] = "all_gateways"): Grant {
  return { network_id: network, role_id: role, role_name: `Role ${role}`, right };
}

function groupOf(id: string, grants: Grant[]): AccessGroup {
  return { id, name: `Group ${id}`, grants };
}

const attachment: Reason = {
  kind: "attachment",
  group_id: "",
  group_name: "",
  network_id: "lab",
  role_id: "",
  role_name: "",
  right: "gateway",
};

/** As the server answers it: the reasons follow from the groups. */
function accessOf(
  groups: AccessGroup[],
  networks: { netid: string; gateways?: number; isAttached?: boolean }[],
): Access {
  return {
    username: "ada",
    account_disabled: false,
    groups,
    networks: networks.map(({ netid, gateways = 0, isAttached = false }) => ({
      netid,
      gateways,
      reasons: [
        ...groups.flatMap((group) =>
          group.grants
            .filter(({ network_id: on }) => on === netid || on === ALL_NETWORKS)
            .map((grant) => reasonOf(group, grant)),
        ),
        ...(isAttached ? [{ ...attachment, network_id: netid }] : []),
      ],
    })),
  };
}

function reasonOf(group: AccessGroup, grant: Grant): Reason {
  return { kind: "group", group_id: group.id, group_name: group.name, ...grant };
}

function gatewayOf(id: string, reasons: Reason[]): AccessGateway {
  return { id, gw_name: id, network: "lab", reasons };
}

function idsIn({ columns }: Picture, name: ColumnName): string[] {
  return columns.find((column) => column.name === name)?.things.map(({ id }) => id) ?? [];
}

function linesOf({ lines }: Picture): string[] {
  return lines.map(({ id }) => id).sort();
}

const numbered = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(4, "0")}`);

describe("the picture of access", () => {
  it("of nobody is the person alone", () => {
    const picture = pictureOf(accessOf([], []), closed);
    expect(picture.columns.map(({ things }) => things.length)).toEqual([1, 0, 0, 0, 0]);
    expect(picture.columns[0]?.things).toMatchObject([{ name: "Ada", username: "ada" }]);
    expect(picture.lines).toEqual([]);
  });

  it("leads by one group and one role to one network and its gateways", () => {
    const access = accessOf([groupOf("a", [grantOf("lab", "r")])], [{ netid: "lab", gateways: 2 }]);
    const picture = pictureOf(access, closed);
    expect(linesOf(picture)).toEqual([
      "group a → role r",
      "network lab → gateways network lab",
      "person → group a",
      "role r → network lab",
    ]);
    expect(picture.ways).toHaveLength(1);
    expect(picture.columns.map(({ count }) => count)).toEqual([1, 1, 1, 1, 2]);
  });

  it("ends at the network where a role gives no gateway, and at the group that grants nothing", () => {
    const access = accessOf(
      [groupOf("a", [grantOf("lab", "r", "reach")]), groupOf("b", [])],
      [{ netid: "lab", gateways: 2 }],
    );
    const picture = pictureOf(access, closed);
    expect(linesOf(picture)).toEqual([
      "group a → role r",
      "person → group a",
      "person → group b",
      "role r → network lab",
    ]);
  });

  it("leads over one thing to what is granted on all networks", () => {
    const access = accessOf(
      [groupOf("a", [grantOf(ALL_NETWORKS, "r")])],
      [{ netid: "lab" }, { netid: "yard" }],
    );
    const picture = pictureOf(access, closed);
    expect(idsIn(picture, "networks")).toEqual(["everywhere", "network lab", "network yard"]);
    expect(linesOf(picture)).toContain("role r → everywhere");
    expect(linesOf(picture)).not.toContain("role r → network lab");
  });

  it("shows all networks even while there are none", () => {
    const picture = pictureOf(accessOf([groupOf("a", [grantOf(ALL_NETWORKS, "r")])], []), closed);
    expect(idsIn(picture, "networks")).toEqual(["everywhere"]);
  });

  it("puts roles and networks beside what leads to them", () => {
    const access = accessOf(
      [groupOf("a", [grantOf("z", "rz")]), groupOf("b", [grantOf("m", "rm"), grantOf("c", "rc")])],
      [{ netid: "c" }, { netid: "m" }, { netid: "z" }],
    );
    const picture = pictureOf(access, closed);
    expect(idsIn(picture, "roles")).toEqual(["role rz", "role rm", "role rc"]);
    expect(idsIn(picture, "networks")).toEqual(["network z", "network m", "network c"]);
  });
});

describe("groups that grant the same", () => {
  const grants = [grantOf("lab", "r"), grantOf("yard", "s")];
  const groups = numbered(FOLD_FROM, "g").map((id, index) =>
    groupOf(id, index % 2 === 0 ? grants : [...grants].reverse()),
  );
  const access = accessOf(
    [...groups, groupOf("other", [grantOf("lab", "r")])],
    [{ netid: "lab" }, { netid: "yard" }],
  );

  it("fold into one, and keep out what grants less", () => {
    const picture = pictureOf(access, closed);
    expect(idsIn(picture, "groups")).toEqual(["groups g0000", "group other"]);
    expect(linesOf(picture).filter((id) => id.startsWith("person"))).toHaveLength(2);
  });

  it("stay single while they are few", () => {
    const few = accessOf(groups.slice(1), [{ netid: "lab" }, { netid: "yard" }]);
    expect(idsIn(pictureOf(few, closed), "groups")).toHaveLength(FOLD_FROM - 1);
  });

  it("open below what stood for them, which lights them all", () => {
    const picture = pictureOf(access, { ...closed, opened: new Set(["groups g0000"]) });
    expect(idsIn(picture, "groups")).toHaveLength(FOLD_FROM + 2);
    expect(linesOf(picture)).not.toContain("person → groups g0000");
    const lit = waysThrough(picture, "groups g0000").things;
    expect(lit).toContain("group g0000");
    expect(lit).not.toContain("group other");
  });
});

describe("networks reached for the same reasons", () => {
  const netids = numbered(OPENED_MOST + 20, "n");
  const access = accessOf(
    [groupOf("a", [grantOf(ALL_NETWORKS, "r")]), groupOf("b", [grantOf("n0003", "s")])],
    netids.map((netid) => ({ netid, gateways: 2, isAttached: netid === "n0005" })),
  );

  it("fold into one, with their gateways; one with a reason of its own stays out", () => {
    const picture = pictureOf(access, closed);
    expect(idsIn(picture, "networks").sort()).toEqual([
      "everywhere",
      "network n0003",
      "network n0005",
      "networks n0000",
    ]);
    const folded = picture.columns[4]?.things.find(({ id }) => id === "gateways networks n0000");
    expect(folded).toMatchObject({ count: 2 * (netids.length - 2), network: null });
  });

  it("open up to a limit; for the rest the fold goes on standing", () => {
    const picture = pictureOf(access, { ...closed, opened: new Set(["networks n0000"]) });
    const fold = picture.columns[3]?.things.find(({ kind }) => kind === "networks");
    expect(fold).toMatchObject({ isOpen: true, rest: 18 });
    expect(idsIn(picture, "networks")).toHaveLength(OPENED_MOST + 4);
    expect(linesOf(picture)).toContain("everywhere → networks n0000");
  });
});

describe("gateways", () => {
  const group = groupOf("a", [grantOf("lab", "r", "gateway")]);
  const [grant] = group.grants;
  const byGroup = grant ? [reasonOf(group, grant)] : [];
  const access = accessOf([group], [{ netid: "lab", gateways: 3, isAttached: true }]);
  const known = [gatewayOf("one", byGroup), gatewayOf("two", [attachment])];
  const opened = new Set(["gateways network lab"]);

  it("are counted until they are opened; an attachment leads there past all columns", () => {
    const picture = pictureOf(access, closed);
    expect(idsIn(picture, "gateways")).toEqual(["gateways network lab"]);
    expect(picture.lines.find(({ kind }) => kind === "attachment")).toMatchObject({
      from: "person",
      to: "gateways network lab",
    });
  });

  it("open, each by its own ways", () => {
    const picture = pictureOf(access, { ...closed, opened, gateways: new Map([["lab", known]]) });
    expect(idsIn(picture, "gateways")).toEqual([
      "gateways network lab",
      "gateway one",
      "gateway two",
    ]);
    expect([...waysThrough(picture, "gateway one").things]).toContain("group a");
    const lit = waysThrough(picture, "gateway two");
    expect([...lit.things]).not.toContain("group a");
    expect([...lit.lines]).toContain("person → gateway two");
  });

  it("go on being counted while it is not known which they are", () => {
    const picture = pictureOf(access, { ...closed, opened });
    expect(picture.columns[4]?.things).toMatchObject([{ isOpen: true, count: 3, rest: 3 }]);
    expect(linesOf(picture)).toContain("network lab → gateways network lab");
  });
});

describe("the ways through one thing", () => {
  const access = accessOf(
    [groupOf("a", [grantOf("lab", "r")]), groupOf("b", [grantOf("yard", "r")])],
    [{ netid: "lab" }, { netid: "yard" }],
  );

  it("leave out what another group gives by the same role", () => {
    const { things } = waysThrough(pictureOf(access, closed), "group a");
    expect([...things].sort()).toEqual(["group a", "network lab", "person", "role r"]);
  });

  it("are all of them for the person", () => {
    const picture = pictureOf(access, closed);
    expect(waysThrough(picture, "person").lines.size).toBe(picture.lines.length);
  });
});
