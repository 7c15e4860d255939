/** What the picture of access is made of. */
import type { Access, AccessGatewayPage } from "@/lib/access/schema";

export type AccessGateway = AccessGatewayPage["data"][number];
export type AccessGroup = Access["groups"][number];
export type AccessNetwork = Access["networks"][number];
export type Grant = AccessGroup["grants"][number];

/** What stands for several: `rest` are those that it stands for even when it is open. */
export interface Fold<T> {
  id: string;
  members: readonly T[];
  isOpen: boolean;
  rest: number;
}

export type Thing =
  | { kind: "person"; id: string; username: string; name: string; isDisabled: boolean }
  | { kind: "group"; id: string; group: AccessGroup }
  | ({ kind: "groups" } & Fold<AccessGroup>)
  | { kind: "role"; id: string; roleId: string; name: string; right: Grant["right"] }
  | { kind: "everywhere"; id: string }
  | { kind: "network"; id: string; network: AccessNetwork }
  | ({ kind: "networks" } & Fold<AccessNetwork>)
  /** `network` is null where they are those of several networks, which open instead. */
  | {
      kind: "gateways";
      id: string;
      of: string;
      network: AccessNetwork | null;
      count: number;
      isOpen: boolean;
      rest: number;
    }
  | { kind: "gateway"; id: string; gateway: AccessGateway };

/** A branch leads to a thing below in the same column, an attachment past all columns between. */
export interface Line {
  id: string;
  from: string;
  to: string;
  kind: "flow" | "branch" | "attachment";
}

export type ColumnName = "person" | "groups" | "roles" | "networks" | "gateways";

export interface Picture {
  columns: { name: ColumnName; count: number; things: Thing[] }[];
  lines: Line[];
  /** Each as its lines: from the person to where it ends. */
  ways: Line[][];
}

export interface PictureState {
  /** What the person is called. */
  name: string;
  /** The ids of what is opened. */
  opened: ReadonlySet<string>;
  /** What is known of the gateways of opened networks. */
  gateways: ReadonlyMap<string, readonly AccessGateway[]>;
}

export const PERSON = "person";
export const EVERYWHERE = "everywhere";

export function groupNode({ id }: AccessGroup): string {
  return `group ${id}`;
}

export function networkNode({ netid }: AccessNetwork): string {
  return `network ${netid}`;
}

export function roleNode({ role_id: id }: Grant): string {
  return `role ${id}`;
}

export function gatewayNode({ id }: AccessGateway): string {
  return `gateway ${id}`;
}

export function isAttachedTo({ reasons }: AccessNetwork): boolean {
  return reasons.some(({ kind }) => kind === "attachment");
}

export function gatewayCount(networks: readonly AccessNetwork[]): number {
  return networks.reduce((sum, { gateways }) => sum + gateways, 0);
}
