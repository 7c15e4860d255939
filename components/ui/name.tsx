/** What somebody is called, or has called something: it turns no direction of the text around it, and stays as it is. */
export function Name({ className, children }: { className?: string; children: string }) {
  return (
    <bdi translate="no" className={className}>
      {children}
    </bdi>
  );
}
