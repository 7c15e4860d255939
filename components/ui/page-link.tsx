import type { ComponentProps } from "react";
import type { VariantProps } from "class-variance-authority";
import { buttonStyle } from "./button-style";

/** A ButtonLink that loads its page anew: for the public pages, whose script budget has no room for Next's link. */
export function PageLink({
  variant,
  size,
  children,
  ...props
}: Omit<ComponentProps<"a">, "className"> & VariantProps<typeof buttonStyle>) {
  return (
    <a {...props} className={buttonStyle({ variant, size })}>
      {children}
    </a>
  );
}
