import { defineContracts, wrapped } from "@/lib/api/contract";
import {
  access,
  accessChange,
  accessGatewayPage,
  accessGatewaysQuery,
  accessPreview,
  accessPreviewQuery,
  accessQuery,
} from "./schema";

const PREVIEW_BODY_BYTES = 4 * 1024 * 1024;
const about = { kind: "user", in: "query", name: "username" } as const;

export const accessContract = defineContracts({
  get: {
    method: "GET",
    path: "/api/v1/users/access",
    who: "access:read",
    about,
    summary: "Tell what a user may reach, and why",
    query: accessQuery,
    response: wrapped(access, "Access"),
  },
  gateways: {
    method: "GET",
    path: "/api/v2/users/access/gateways",
    who: "access:read",
    about,
    summary: "Page the gateways that a user has, and why",
    query: accessGatewaysQuery,
    response: wrapped(accessGatewayPage, "Gateways"),
  },
  preview: {
    method: "POST",
    path: "/api/v1/users/access/preview",
    who: "access:preview",
    summary: "Tell who would gain and lose what by a change",
    audit: null,
    query: accessPreviewQuery,
    body: accessChange,
    maxBodyBytes: PREVIEW_BODY_BYTES,
    response: wrapped(accessPreview, "Preview"),
  },
});
