/**
 * A command that shows that a token works: it asks for the account of its owner, which every owner may see. It can be
 * pasted as it is: nothing is left in it that a shell reads between double quotes, which all shells have.
 */
export function curlLine({
  origin,
  username,
  token,
}: {
  origin: string;
  username: string;
  token: string;
}): string {
  const url = `${origin}/api/v1/users?username=${encodeStrictly(username)}`;
  return `curl -H "Authorization: Bearer ${token}" "${url}"`;
}

/** What `encodeURIComponent` leaves as it is and a shell or curl does not. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
