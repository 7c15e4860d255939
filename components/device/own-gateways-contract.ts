/** The endpoint that remote access clients read: all that one's own gateways are. */
import { z } from "zod";
import { bare, defineContracts } from "@/lib/api/contract";
import { gateway } from "@/lib/gateway/schema";

const { gw_peer_public_key: publicKey, allowed_endpoints: endpoints, status } = gateway.shape;

export const ownGatewaysContract = defineContracts({
  list: {
    method: "GET",
    path: "/api/users/{username}/remote_access_gw",
    who: "access:read",
    about: { kind: "user", in: "path", name: "username" },
    summary: "List the gateways that a user has",
    params: z.object({ username: z.string() }),
    response: bare(
      z.record(
        z.string(),
        z.array(
          z.object({
            remote_access_gw_id: z.string(),
            gw_peer_public_key: publicKey,
            allowed_endpoints: endpoints,
            status,
          }),
        ),
      ),
    ),
  },
});
