"use client";

import type { ComponentType } from "react";
import { NuqsAdapter } from "nuqs/adapters/next/app";

/** For the lazy part of a page whose list keeps its state in the URL: only there is the script for that needed. */
export function withListUrl<Props extends object>(Part: ComponentType<Props>) {
  return function WithListUrl(props: Props) {
    return (
      <NuqsAdapter>
        <Part {...props} />
      </NuqsAdapter>
    );
  };
}
