import "server-only";
import { Prisma } from "./sql";

/** Whether a user (`u`) signs in with a password and has no TOTP, while the server asks everybody for MFA. */
export const mustEnrolMfa = Prisma.sql`(u."authType" = 'basic_auth' AND NOT u."isMfaEnabled"
  AND (SELECT v."mfaEnforced" FROM "ServerSetting" v))`;
