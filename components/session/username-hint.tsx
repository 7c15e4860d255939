/** Tells password managers whose password a form is about, before its password. Nobody sees or reaches it. */
export function UsernameHint({ username }: { username: string }) {
  return (
    <input
      type="text"
      name="username"
      autoComplete="username"
      value={username}
      readOnly
      hidden
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
