/** What the console's text will look like, before the page itself has that size. */
export function TextSample({ size }: { size: number }) {
  return (
    <div
      aria-hidden="true"
      style={{ fontSize: `${String(size)}px` }}
      className="mt-4 rounded-lg border border-line bg-canvas px-4 py-3 leading-normal"
    >
      <p className="text-[1.125em] font-semibold">Ada Lovelace</p>
      <p className="text-[0.875em] text-ink-2">Signed in 4 minutes ago from Firefox on Linux.</p>
      <p className="text-[0.8125em] text-ink-3">ada@example.com · Auditor</p>
    </div>
  );
}
