"use client";

import { PageError } from "@/components/console/page-error";

export default PageError;
