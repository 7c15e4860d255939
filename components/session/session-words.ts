const methods: Record<string, string> = { password: "Password", oidc: "Single sign-on" };

/** How somebody proved who they are: "Password", "Single sign-on". */
export function signInMethod(method: string): string {
  return methods[method] ?? method;
}
