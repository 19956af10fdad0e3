/** The mark is the S: two hooks that grip each other. Inline, so that it follows the theme. */
export function Logo({ className = '' }: { readonly className?: string }) {
  return (
    <svg
      viewBox="2 1 216.2 56"
      role="img"
      aria-label="Schakel"
      fill="none"
      strokeLinecap="round"
      className={className}
    >
      <g strokeWidth="6.6">
        <path className="stroke-act" d="M32.56 13.05A13.4 13.4 0 1 0 22.47 34.69" />
        <path className="stroke-[#c4611f] dark:stroke-need" d="M11.44 45.15A13.4 13.4 0 1 0 21.53 23.51" />
      </g>
      <path
        className="stroke-ink"
        strokeWidth="6"
        strokeLinejoin="round"
        d="M66.4 29.7A12 12 0 1 0 66.4 47.3M76.7 7.2V50.5M76.7 37C76.7 30.5 81.2 26.5 86.7 26.5S96.7 30.5 96.7 37V50.5M131.7 26.5V50.5M131.7 38.5A12 12 0 1 0 107.7 38.5A12 12 0 1 0 131.7 38.5M143.7 7.2V50.5M160.7 26.5L144.7 41M151.2 36L162.2 50.5M170.5 38.9H194.2A12 12 0 1 0 190.2 47.5M205.2 7.2V43.5a7 7 0 0 0 7 7"
      />
    </svg>
  )
}
