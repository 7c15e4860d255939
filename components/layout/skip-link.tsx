/** The first stop of the Tab key on every page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-lg bg-raised font-medium text-ink shadow-overlay focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:px-3 focus:py-2"
    >
      Skip to the content
    </a>
  );
}
