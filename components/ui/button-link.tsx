import type { ComponentProps, ReactNode } from "react";
import Link from "next/link";
import type { VariantProps } from "class-variance-authority";
import { cn } from "@/lib/cn";
import { buttonStyle } from "./button-style";

/** A link that looks like a button: it goes somewhere, a Button does something. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...props
}: ComponentProps<typeof Link> & VariantProps<typeof buttonStyle> & { icon?: ReactNode }) {
  return (
    <Link {...props} className={cn(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}
