// Networks, gateways, roles and groups of the demo data: a company with sites, and in each of them teams.
import { createHash } from "node:crypto";
import { folded, lowered } from "./names.mjs";

const sites =
  "Berlin Toronto Lisbon Kraków Zürich Nairobi Osaka Mumbai Austin Lyon Oslo Ankara Hanoi Lagos Madrid Milan Malmö Dublin " +
  "Prague Vienna Antwerp Utrecht Leeds Bristol Glasgow Aarhus Turku Bergen Gdańsk Wrocław Brno Graz Linz Bern Basel Genève " +
  "Porto Braga Sevilla Bilbao Málaga Torino Bologna Napoli Athens Izmir Bursa Cairo Accra Dakar Durban Kigali Kampala Lusaka " +
  "Tunis Rabat Dubai Doha Amman Pune Chennai Kolkata Jaipur Dhaka Hue Manila Cebu Jakarta Bandung Penang Taipei Busan Nagoya " +
  "Sapporo Fukuoka Kobe Perth Hobart Auckland Otago Dallas Denver Seattle Portland Boston Atlanta Miami Tampa Phoenix Detroit " +
  "Montréal Ottawa Calgary Halifax Bogotá Medellín Lima Quito Córdoba Recife Curitiba";
const kinds = ["office", "lab", "plant", "datacenter", "cameras"];
const departments = [
  "Engineering=#3b82f6 Support=#f59e0b Sales=#22c55e Operations=#8b5cf6 Finance=#14b8a6 Logistics=#64748b Design=#ec4899",
  "Quality=#ef4444 Facilities=#84cc16 Research=#06b6d4 Marketing=#f97316 Procurement=#a855f7 Legal=#78716c Payroll=#10b981",
  "Training=#eab308 Maintenance=#0ea5e9 Warehouse=#71717a Analytics=#6366f1 Recruiting=#d946ef Safety=#dc2626",
];
const shifts = ["", " nights"];

/** Of the whole company; who is in them is in seed.mjs. */
const companyGroups = [
  { id: "demo-remote-workers", name: "Remote Workers", colorCode: "#3b82f6" },
  { id: "demo-contractors", name: "Contractors", colorCode: "#64748b" },
  { id: "demo-field-service", name: "Field Service", colorCode: "#f59e0b" },
  { id: "demo-network-operations", name: "Network Operations", colorCode: "#8b5cf6" },
  { id: "demo-security", name: "Security", colorCode: "#ef4444" },
];

const headquarters = "headquarters";

/** Teams of 250 and networks for 2,000 people, on average. */
const perTeam = 250;
const perNetwork = 2000;
const least = { teams: 8, networks: 4 };
const most = { teams: 4000, networks: 500 };

/**
 * @typedef {{ id: string, addressRange: string, addressRange6: string | null }} Network
 * @typedef {object} Gateway
 * @property {string} id
 * @property {string} networkId
 * @property {string} name
 * @property {string} nameLower
 * @property {string} searchText
 * @property {boolean} isInternetGateway
 * @property {string} publicKey
 * @property {string} endpoint
 * @property {string} status
 * @typedef {object} Role
 * @property {string} id
 * @property {string} name
 * @property {string} nameLower
 * @property {string} searchText
 * @property {boolean} isDefault
 * @property {string | null} networkId
 * @property {boolean} fullAccess
 * @property {object | null} networkLevelAccess null for the template of users
 * @property {string} gatewayRight
 *
 * @typedef {object} Group
 * @property {string} id
 * @property {string} name
 * @property {string} nameLower
 * @property {string} searchText
 * @property {boolean} isDefault
 * @property {string | null} networkId
 * @property {string} colorCode
 *
 * @typedef {{ groupId: string, networkId: string | null, roleId: string }} Grant
 */

/** @param {number} users how many people there will be */
export function organisation(users) {
  const networks = networksOf(
    within(Math.round(users / perNetwork), least.networks, most.networks),
  );
  const teams = teamsOf(within(Math.round(users / perTeam), least.teams, most.teams), networks);
  const groups = [...companyGroups, ...teams].map((group) => ({
    ...withNames(group),
    isDefault: false,
    networkId: null,
    colorCode: group.colorCode,
  }));
  return {
    networks,
    gateways: networks.flatMap(gatewaysOfNetwork),
    roles: [...customRoles, ...networks.flatMap(rolesOfNetwork)],
    /** From the largest to the smallest; those of networks, in their order, are not among them. */
    teams: teams.map(({ id }) => id),
    groups: [...groups, ...networks.flatMap(groupsOfNetwork)],
    grants: [
      ...companyGrants(networks),
      ...teams.flatMap((team, at) => grantsOfTeam(team, at, networks)),
      ...networks.flatMap(grantsOfNetwork),
    ],
  };
}

/** @param {number} number @param {number} min @param {number} max */
function within(number, min, max) {
  return Math.min(max, Math.max(min, number));
}

/** @template {{ id: string, name: string }} T @param {T} named */
function withNames({ id, name }) {
  return { id, name, nameLower: lowered(name), searchText: folded(`${id}\n${name}\n`) };
}

/** @param {string} name @example slug("São Paulo nights") // "sao-paulo-nights" */
function slug(name) {
  return folded(name)
    .replaceAll("ł", "l")
    .replace(/[^a-z0-9]+/g, "-");
}

/** @param {number} many @returns {Network[]} the headquarters first, then those of the sites */
function networksOf(many) {
  const places = sites.split(" ").map(slug);
  return Array.from({ length: many }, (_, at) => {
    const [place, kind] = [
      places[(at - 1) % places.length],
      kinds[Math.floor((at - 1) / places.length)],
    ];
    return {
      id: at === 0 ? headquarters : `${place}-${kind}`,
      // The headquarters have room for everybody.
      addressRange:
        at === 0 ? "10.64.0.0/12" : `10.${128 + Math.floor(at / 16)}.${(at % 16) * 16}.0/20`,
      addressRange6: at % 3 === 0 ? `fd6d:7573:${(at + 1).toString(16)}::/64` : null,
    };
  });
}

/** The same teams at each site that has a network, one department after the other. @param {number} many @param {Network[]} networks */
function teamsOf(many, networks) {
  const places = sites.split(" ").slice(0, networks.length - 1);
  const all = departments
    .join(" ")
    .split(" ")
    .map((entry) => entry.split("="));
  return Array.from({ length: many }, (_, at) => {
    const place = places[at % places.length] ?? "";
    const row = Math.floor(at / places.length);
    const [department = "", colorCode = ""] = all[row % all.length] ?? [];
    const shift = shifts[Math.floor(row / all.length)] ?? ` ${Math.floor(row / all.length)}`;
    const name = `${department} ${place}${shift}`;
    return { id: `demo-${slug(name)}`, name, colorCode, place: slug(place) };
  });
}

const roles = ["office", "guests", "machines", "backup", "roof"];
const perNetworkGateways = { least: 3, headquarters: 20 };
const statuses = ["online", "online", "online", "online", "offline", "disconnected"];

/** Three to five, and twenty at the headquarters. @param {Network} network @param {number} at @returns {Gateway[]} */
function gatewaysOfNetwork({ id: networkId }, at) {
  const { least: few, headquarters: most } = perNetworkGateways;
  const count = at === 0 ? most : few + (at % 3);
  return Array.from({ length: count }, (_, nth) => {
    const name = `${networkId} ${roles[nth] ?? `floor ${nth}`}`;
    const id = gatewayId(networkId, nth);
    return {
      ...withNames({ id, name }),
      searchText: folded(name),
      networkId,
      isInternetGateway: nth % 5 === 4,
      publicKey: keyOf(id),
      endpoint: `${slug(name)}.vpn.example.com`,
      status: statuses[Math.floor(chance(at, nth + 30) * statuses.length)] ?? "online",
    };
  });
}

/** @param {string} networkId @param {number} nth */
function gatewayId(networkId, nth) {
  const digest = createHash("sha256").update(`${networkId} ${nth}`).digest("hex");
  return [
    `0190f5a0-${digest.slice(0, 4)}`,
    `7${digest.slice(4, 7)}`,
    `8${digest.slice(7, 10)}`,
    digest.slice(10, 22),
  ].join("-");
}

/** @param {string} text what nobody has the private key of */
function keyOf(text) {
  return createHash("sha256").update(text).digest("base64");
}

/** @param {...string} given */
function rights(...given) {
  const names = ["create", "read", "update", "delete", "vpn_access", "self_only"];
  return Object.fromEntries(names.map((name) => [name, given.includes(name)]));
}

const ownConfigs = { all_extclients: rights("create", "read", "update", "delete", "self_only") };
const gateways = { all_remote_access_gw: rights("read", "vpn_access") };
const readOnly = { host: { all_host: rights("read") }, dns: { all_dns: rights("read") } };

/** @type {Role[]} */
const customRoles = [
  {
    id: "demo-read-only",
    name: "Read only",
    networkLevelAccess: readOnly,
    gatewayRight: "reach",
  },
  {
    id: "demo-contractor-vpn",
    name: "Contractor VPN",
    networkLevelAccess: { remote_access_gw: gateways, extclient: ownConfigs },
    gatewayRight: "all_gateways",
  },
  {
    id: "demo-on-call",
    name: "On call",
    networkLevelAccess: {
      ...readOnly,
      remote_access_gw: gateways,
      extclient: ownConfigs,
      egress: { all_egress: rights("read", "update") },
      relay: { all_relay: rights("read", "update") },
    },
    gatewayRight: "all_gateways",
  },
].map((role) => ({
  ...role,
  ...withNames(role),
  isDefault: false,
  networkId: null,
  fullAccess: false,
}));

/** Every fourth network has a role of its own. @param {Network} network @param {number} at @returns {Role[]} */
function rolesOfNetwork({ id: networkId }, at) {
  const admin = {
    ...withNames({ id: `${networkId}-network-admin`, name: `${networkId} Admin` }),
    ...{ isDefault: true, networkId, fullAccess: true, networkLevelAccess: {} },
    gatewayRight: "full_access",
  };
  const user = {
    ...withNames({ id: `${networkId}-network-user`, name: `${networkId} User` }),
    ...{ isDefault: true, networkId, fullAccess: false, networkLevelAccess: null },
    gatewayRight: "all_gateways",
  };
  if (!hasOwnRole(at)) return [admin, user];
  const own = {
    ...withNames({ id: ownRole(networkId), name: `${networkId} Maintenance` }),
    ...{ isDefault: false, networkId, fullAccess: false },
    networkLevelAccess: {
      ...readOnly,
      inet_gw: { all_inet_gw: rights("read", "update") },
      remote_access_gw: { [gatewayId(networkId, 0)]: rights("read", "vpn_access") },
      extclient: ownConfigs,
    },
    gatewayRight: "gateway",
  };
  return [admin, user, own];
}

/** @param {number} at */
function hasOwnRole(at) {
  return at % 4 === 1;
}

/** @param {string} networkId */
function ownRole(networkId) {
  return `demo-${networkId}-maintenance`;
}

/** @param {Network} network @returns {Group[]} */
function groupsOfNetwork({ id: networkId }) {
  const rest = { isDefault: true, networkId, colorCode: "" };
  return [
    {
      ...withNames({ id: `${networkId}-network-admin-grp`, name: `${networkId} Admin Group` }),
      ...rest,
    },
    {
      ...withNames({ id: `${networkId}-network-user-grp`, name: `${networkId} User Group` }),
      ...rest,
    },
  ];
}

/** @param {Network} network @returns {Grant[]} */
function grantsOfNetwork({ id: networkId }) {
  return ["admin", "user"].map((kind) => ({
    groupId: `${networkId}-network-${kind}-grp`,
    networkId,
    roleId: `${networkId}-network-${kind}`,
  }));
}

/** @param {Network[]} networks @returns {Grant[]} */
function companyGrants(networks) {
  const [second, third] = networks.slice(1).map(({ id }) => id);
  return [
    grant("demo-remote-workers", headquarters, `${headquarters}-network-user`),
    grant("demo-contractors", second, "demo-contractor-vpn"),
    grant("demo-contractors", third, "demo-contractor-vpn"),
    grant("demo-field-service", third, "demo-on-call"),
    grant("demo-network-operations", null, "global-network-admin"),
    grant("demo-security", null, "demo-read-only"),
  ];
}

/** @param {string} groupId @param {string | null | undefined} networkId @param {string} roleId */
function grant(groupId, networkId = null, roleId) {
  return { groupId, networkId, roleId };
}

/**
 * On the network of its site and up to two others; one in a hundred, none of them large, on all networks.
 *
 * @param {{ id: string, place: string }} team
 * @param {number} at
 * @param {Network[]} networks
 * @returns {Grant[]}
 */
function grantsOfTeam({ id: groupId, place }, at, networks) {
  if (at % 100 === 99) return [grant(groupId, null, "demo-read-only")];
  const local = networks.findIndex(({ id }) => id === `${place}-office`);
  const others = [1, 2]
    .filter((about) => chance(at, about) < 0.45)
    .map((about) => 1 + Math.floor(chance(at, about + 2) * (networks.length - 1)));
  return [...new Set([local, ...others])].flatMap((which) => {
    const network = networks[which];
    if (!network) return [];
    return [grant(groupId, network.id, roleOn(network, { which, dice: chance(at, which + 10) }))];
  });
}

/** @param {Network} network @param {{ which: number, dice: number }} options */
function roleOn({ id }, { which, dice }) {
  if (dice < 0.06) return "demo-on-call";
  if (dice < 0.12) return "demo-read-only";
  if (dice < 0.14) return `${id}-network-admin`;
  if (dice < 0.3 && hasOwnRole(which)) return ownRole(id);
  return `${id}-network-user`;
}

/**
 * What looks like chance is a hash, so that every run makes the same company.
 *
 * @param {number} n
 * @param {number} about
 */
function chance(n, about) {
  let hash = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(about + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
