/** The school's mark: an open book. */
export function Emblem({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--dx-accent)" />
      <path
        d="M7 10.5c3-1.2 6-1 9 .9 3-1.900 6-2.100 9-.9v11.500c-3-1.200-6-1-9 .9-3-1.900-6-2.100-9-.9zM16 11.400v11.500"
        fill="none"
        stroke="var(--dx-on-accent)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
    </svg>
  );
}
