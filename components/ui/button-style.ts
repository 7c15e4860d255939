import { cva } from "class-variance-authority";

/** The look shared by buttons and by links that look like buttons. */
export const buttonStyle = cva(
  "motion-colors relative inline-flex shrink-0 items-center justify-center gap-2 rounded-lg border font-medium select-none aria-disabled:cursor-not-allowed disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "bg-accent text-accent-ink hover:bg-accent-hover border-transparent shadow-control aria-disabled:bg-sunken aria-disabled:text-ink-3 aria-disabled:border-line-strong aria-disabled:shadow-none disabled:bg-sunken disabled:text-ink-3 disabled:border-line-strong disabled:shadow-none",
        secondary:
          "bg-surface border-line-strong text-ink hover:bg-sunken shadow-control aria-disabled:bg-sunken aria-disabled:text-ink-3 aria-disabled:shadow-none disabled:bg-sunken disabled:text-ink-3 disabled:shadow-none",
        ghost:
          "text-ink-2 hover:bg-sunken hover:text-ink border-transparent bg-transparent aria-disabled:text-ink-3 aria-disabled:bg-transparent aria-disabled:opacity-50 disabled:text-ink-3 disabled:bg-transparent",
        danger:
          "bg-bad-fill text-bad-ink hover:bg-bad-fill-hover border-transparent shadow-control aria-disabled:bg-sunken aria-disabled:text-ink-3 aria-disabled:border-line-strong aria-disabled:shadow-none disabled:bg-sunken disabled:text-ink-3 disabled:border-line-strong disabled:shadow-none",
        "danger-quiet":
          "bg-surface border-line-strong text-bad hover:bg-bad-soft shadow-control aria-disabled:bg-sunken aria-disabled:text-ink-3 aria-disabled:shadow-none disabled:bg-sunken disabled:text-ink-3 disabled:shadow-none",
      },
      size: {
        sm: "whitespace-nowrap h-7 min-h-[24px] gap-1.5 px-2.5 text-sm pointer-coarse:h-9",
        md: "whitespace-nowrap h-8 px-3 text-base pointer-coarse:h-10",
        lg: "whitespace-nowrap h-10 px-4 text-base",
        // What it says may be longer than a phone is wide.
        wrap: "min-h-8 px-3 py-1 text-base pointer-coarse:min-h-10",
        "wrap-lg": "min-h-10 px-4 py-2 text-base",
        "icon-sm": "size-7 min-h-[24px] min-w-[24px] pointer-coarse:size-9",
        icon: "size-8 pointer-coarse:size-10",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
