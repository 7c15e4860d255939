"use client";

import { useContext, type ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { FormPendingContext } from "./form-pending";

/** The button that sends the form around it; pending with it. */
export function SubmitButton({ variant = "primary", ...props }: ButtonProps) {
  const isPending = useContext(FormPendingContext);
  return <Button {...props} type="submit" variant={variant} isPending={isPending} />;
}

/** The column of fields between a form's edges. */
export function FormFields({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn("grid gap-5", className)}>{children}</div>;
}
