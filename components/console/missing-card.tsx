import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of the page of something that is not there, or not for this actor. */
export function MissingCard({
  icon,
  title,
  back,
  children,
}: {
  icon: ReactNode;
  /** "Group not found". */
  title: string;
  /** The list that it would be in. */
  back: { href: string; label: string };
  children: string;
}) {
  return (
    <Card>
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        icon={icon}
        title={title}
        actions={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
      >
        {children}
      </EmptyState>
    </Card>
  );
}
