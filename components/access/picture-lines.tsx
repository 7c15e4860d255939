import { cva } from "class-variance-authority";
import { pathOf } from "./line-paths";
import type { Line } from "./picture-things";
import type { Measured } from "./use-boxes";

const stroke = cva("motion-colors fill-none", {
  variants: {
    look: {
      plain: "stroke-control forced-colors:stroke-[CanvasText]",
      lit: "stroke-accent stroke-2 forced-colors:stroke-[Highlight]",
      dim: "stroke-line forced-colors:stroke-[GrayText]",
    },
    isDashed: { true: "[stroke-dasharray:4_3]" },
    /** It leads to what is scrolled out of sight. */
    isCut: { true: "opacity-40" },
  },
});

/** Behind the things; what is lit above what is not. */
export function PictureLines({
  lines,
  lit,
  measured: { boxes, height, rem },
}: {
  lines: readonly Line[];
  /** Null while nothing is. */
  lit: ReadonlySet<string> | null;
  measured: Measured;
}) {
  const measures = { unit: rem, lane: height - 0.75 * rem };
  const order = [
    ...lines.filter(({ id }) => !lit?.has(id)),
    ...lines.filter(({ id }) => lit?.has(id)),
  ];
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
      {order.map((line) => {
        const [from, to] = [boxes.get(line.from), boxes.get(line.to)];
        if (!from || !to || (from.isOut && to.isOut)) return null;
        const unlit = lit ? "dim" : "plain";
        return (
          <path
            key={line.id}
            d={pathOf(line, { from, to }, measures)}
            className={stroke({
              look: lit?.has(line.id) ? "lit" : unlit,
              isDashed: line.kind === "attachment",
              isCut: from.isOut || to.isOut,
            })}
          />
        );
      })}
    </svg>
  );
}
