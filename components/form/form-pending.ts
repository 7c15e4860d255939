"use client";

import { createContext } from "react";

/** True while the form around it is being sent. */
export const FormPendingContext = createContext(false);
