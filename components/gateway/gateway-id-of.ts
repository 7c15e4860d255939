/** The route parameter of a gateway's pages. */
export interface GatewayIdParams {
  params: Promise<{ gatewayId: string }>;
}

/** Next leaves the segment encoded. */
export async function gatewayIdOf(params: GatewayIdParams["params"]): Promise<string> {
  return toGatewayId((await params).gatewayId);
}

/** The same of the segment that a browser has. */
export function toGatewayId(segment: string): string {
  return decodeURIComponent(segment);
}
