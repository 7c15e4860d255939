"use client";

import { create } from "qrcode";

/** White all around it, by which a camera finds it: four modules, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** A text as a QR code. It is dark on white in every theme, because cameras look for that. */
export function QrCode({ text, label }: { text: string; label: string }) {
  // Nothing covers a screen: the least correction makes the largest modules.
  const { modules } = create(text, { errorCorrectionLevel: "L" });
  const size = modules.size + 2 * QUIET;
  const path = Array.from(modules.data, (isDark, index) => {
    const [x, y] = [index % modules.size, Math.floor(index / modules.size)];
    return isDark ? `M${String(x + QUIET)} ${String(y + QUIET)}h1v1h-1z` : "";
  }).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
      className="block h-auto w-full max-w-80 rounded-lg"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
