"use client";

import {
  cloneElement,
  useId,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from "react";

interface TriggerProps {
  "aria-describedby"?: string | undefined;
  onPointerEnter?: ((event: PointerEvent<HTMLElement>) => void) | undefined;
  onPointerLeave?: ((event: PointerEvent<HTMLElement>) => void) | undefined;
  onFocus?: ((event: FocusEvent<HTMLElement>) => void) | undefined;
  onBlur?: ((event: FocusEvent<HTMLElement>) => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
}

/**
 * A tip on hover and keyboard focus, in the top layer (popover), without a positioning library:
 * buttons need it on pages whose script budget has no room for one. Esc hides it, and the pointer
 * may move onto it. Without content there is no tip. It describes its trigger unless `isDescription` is false (the tip repeats the
 * name). With `isShownOnClick` a tap shows it too, for the reason of a refused control.
 */
export function Tooltip({
  content,
  isDescription = true,
  isShownOnClick = false,
  children,
}: {
  content: ReactNode;
  isDescription?: boolean;
  isShownOnClick?: boolean;
  children: ReactElement<TriggerProps>;
}) {
  const id = useId();
  const props = children.props;
  const hasTip = Boolean(content);

  function show(trigger: HTMLElement) {
    const tip = document.getElementById(id);
    if (!tip || tip.matches(":popover-open")) return;
    tip.showPopover();
    place(tip, trigger);
    window.addEventListener("scroll", hide, { once: true, capture: true, passive: true });
  }

  function hide() {
    const tip = document.getElementById(id);
    if (tip?.matches(":popover-open")) tip.hidePopover();
  }

  const trigger = cloneElement(children, {
    "aria-describedby": joinIds(
      props["aria-describedby"],
      hasTip && isDescription ? id : undefined,
    ),
    onPointerEnter(event) {
      props.onPointerEnter?.(event);
      if (event.pointerType !== "touch") show(event.currentTarget);
    },
    onPointerLeave(event) {
      props.onPointerLeave?.(event);
      if (!isInside(document.getElementById(id), event.relatedTarget)) hide();
    },
    onFocus(event) {
      props.onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) show(event.currentTarget);
    },
    onBlur(event) {
      props.onBlur?.(event);
      hide();
    },
    onKeyDown(event) {
      if (event.key === "Escape" && document.getElementById(id)?.matches(":popover-open")) {
        event.stopPropagation();
        hide();
      }
      props.onKeyDown?.(event);
    },
    onClick(event) {
      props.onClick?.(event);
      if (isShownOnClick) show(event.currentTarget);
      else hide();
    },
  });

  return (
    <>
      {trigger}
      {hasTip && (
        <span
          id={id}
          role="tooltip"
          popover="manual"
          onPointerLeave={hide}
          className="pointer-events-auto fixed inset-auto m-0 max-w-[min(20rem,calc(100vw-1rem))] animate-tip-in overflow-visible border-0 bg-transparent p-1.5 text-start"
        >
          <span className="block rounded-md bg-ink px-2 py-1 text-xs font-medium whitespace-normal text-canvas">
            {content}
          </span>
        </span>
      )}
    </>
  );
}

function place(tip: HTMLElement, trigger: HTMLElement) {
  const anchor = trigger.getBoundingClientRect();
  const box = tip.getBoundingClientRect();
  const margin = 4;
  const above = anchor.top - box.height;
  const left = anchor.left + anchor.width / 2 - box.width / 2;
  const maxLeft = document.documentElement.clientWidth - box.width - margin;
  tip.style.top = `${above >= margin ? above : anchor.bottom}px`;
  tip.style.left = `${Math.max(margin, Math.min(left, maxLeft))}px`;
}

function isInside(container: HTMLElement | null, target: EventTarget | null): boolean {
  return container !== null && target instanceof Node && container.contains(target);
}

function joinIds(...ids: (string | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}
