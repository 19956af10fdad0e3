/** Moments on a vertical trace with pads. */
export type Moment = { readonly title: string; readonly text: string }

export function Timeline({ moments }: { readonly moments: readonly Moment[] }) {
  return (
    <ol>
      {moments.map(({ title, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two moments may say the same; their order never changes
        <li key={`${i} ${title}`} className="relative pb-6 pl-8 last:pb-0">
          {i < moments.length - 1 ? (
            <span aria-hidden className="absolute top-3 bottom-[-0.25rem] left-[7px] w-[3px] bg-act" />
          ) : null}
          <span
            aria-hidden
            className="absolute top-[3px] left-0 size-[17px] rounded-full border-[4px] border-act bg-surface"
          />
          <p className="font-[650]">{title}</p>
          <p className="max-w-(--measure) whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  )
}
