import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;

/**
 * The palette is closed: only tokens of app/globals.css exist, so a raw colour does not compile to
 * anything. Sizes are rem throughout; breakpoints inside the page are container queries, which
 * follow the person's text size where media queries do not.
 */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      canvas: token("canvas"),
      surface: token("surface"),
      sunken: token("sunken"),
      raised: token("raised"),
      line: token("line"),
      "line-strong": token("line-strong"),
      control: token("control"),
      ink: token("ink"),
      "ink-2": token("ink-2"),
      "ink-3": token("ink-3"),
      accent: token("accent"),
      "accent-hover": token("accent-hover"),
      "accent-ink": token("accent-ink"),
      "accent-soft": token("accent-soft"),
      "accent-text": token("accent-text"),
      good: token("good"),
      "good-soft": token("good-soft"),
      warn: token("warn"),
      "warn-soft": token("warn-soft"),
      bad: token("bad"),
      "bad-soft": token("bad-soft"),
      "bad-fill": token("bad-fill"),
      "bad-fill-hover": token("bad-fill-hover"),
      "bad-ink": token("bad-ink"),
      scrim: token("scrim"),
    },
    fontFamily: {
      sans: token("font-sans"),
      mono: token("font-mono"),
    },
    fontSize: {
      "2xs": ["0.6875rem", { lineHeight: "1rem" }],
      xs: ["0.75rem", { lineHeight: "1rem" }],
      sm: ["0.8125rem", { lineHeight: "1.25rem" }],
      base: ["0.875rem", { lineHeight: "1.25rem" }],
      lg: ["1rem", { lineHeight: "1.5rem" }],
      xl: ["1.125rem", { lineHeight: "1.5rem", letterSpacing: "-0.01em" }],
      "2xl": ["1.375rem", { lineHeight: "1.75rem", letterSpacing: "-0.015em" }],
    },
    borderRadius: {
      none: "0",
      sm: "0.25rem",
      md: "0.375rem",
      lg: "0.5rem",
      xl: "0.75rem",
      full: "999rem",
    },
    boxShadow: {
      none: "none",
      control: token("shadow-control"),
      overlay: token("shadow-overlay"),
    },
  },
} satisfies Config;
