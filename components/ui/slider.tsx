import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

type NativeProps = Omit<
  ComponentProps<"input">,
  "type" | "value" | "min" | "max" | "onChange" | "ref"
>;

/**
 * A number on a scale: the browser's own range. `onSlide` says every number that it passes, `onCommit` the one it
 * is left at: at each press of a key, and when a finger or the mouse lets go.
 */
export function Slider({
  value,
  min,
  max,
  onSlide,
  onCommit,
  className,
  ...props
}: NativeProps & {
  value: number;
  min: number;
  max: number;
  onSlide: (value: number) => void;
  onCommit: (value: number) => void;
}) {
  return (
    <input
      {...props}
      // React's onChange is the browser's "input": the event for what is left at has no prop.
      ref={(input) => {
        function handleCommit() {
          if (input) onCommit(input.valueAsNumber);
        }
        input?.addEventListener("change", handleCommit);
        return () => {
          input?.removeEventListener("change", handleCommit);
        };
      }}
      type="range"
      min={min}
      max={max}
      value={value}
      onChange={(event) => {
        onSlide(event.target.valueAsNumber);
      }}
      className={cn(sliderClass, className)}
    />
  );
}

const sliderClass = [
  "h-6 w-full min-w-0 cursor-pointer appearance-none rounded-full bg-transparent",
  "[&::-webkit-slider-runnable-track]:h-1 [&::-webkit-slider-runnable-track]:rounded-full [&::-webkit-slider-runnable-track]:bg-control forced-colors:[&::-webkit-slider-runnable-track]:bg-[CanvasText]",
  "[&::-moz-range-track]:h-1 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-control forced-colors:[&::-moz-range-track]:bg-[CanvasText]",
  "[&::-webkit-slider-thumb]:-mt-2 [&::-webkit-slider-thumb]:size-5 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-surface [&::-webkit-slider-thumb]:bg-accent forced-colors:[&::-webkit-slider-thumb]:bg-[Highlight]",
  "[&::-moz-range-thumb]:size-4 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-surface [&::-moz-range-thumb]:bg-accent forced-colors:[&::-moz-range-thumb]:bg-[Highlight]",
];
