/** The lines of the picture of access, as the paths of an SVG. */
import type { Line } from "./picture-things";

/** Where a thing is drawn, in pixels from the corner of the picture. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  /** Its middle; at the edge of its column where it is scrolled out of sight. */
  y: number;
  isOut: boolean;
}

/** @param unit half the room between two columns; @param lane how far down attachments pass below the columns */
export function pathOf(
  { kind }: Pick<Line, "kind">,
  { from, to }: { from: Box; to: Box },
  { unit, lane }: { unit: number; lane: number },
): string {
  switch (kind) {
    case "flow":
      return flow(from, to);
    case "branch":
      return `M${at(to.left - unit / 2, from.y)}V${px(to.y)}H${px(to.left)}`;
    case "attachment":
      return `M${at(from.left + unit, from.bottom)}V${px(lane)}H${px(to.left - unit)}V${px(to.y)}H${px(to.left)}`;
  }
}

function flow(from: Box, to: Box): string {
  const middle = (from.right + to.left) / 2;
  return `M${at(from.right, from.y)}C${at(middle, from.y)} ${at(middle, to.y)} ${at(to.left, to.y)}`;
}

function at(x: number, y: number): string {
  return `${px(x)},${px(y)}`;
}

function px(value: number): string {
  return String(Math.round(value * 2) / 2);
}
