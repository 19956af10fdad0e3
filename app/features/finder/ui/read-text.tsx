/** What was read in the typed text: each part is a chip that can be taken back, and stands for what it does. */
import { Link } from '@remix-run/react'
import X from 'lucide-react/icons/x'
import { finderPath } from '~/features/finder/domain/finder-address'
import type { FinderPage, ReadPart } from '~/features/finder/domain/finder-page'
import { withoutReading } from '~/features/finder/domain/read-part'
import * as m from '~/paraglide/messages'
import { listWord, readWord } from './read-words'

export function ReadText({ page: { state, read, total } }: { readonly page: FinderPage }) {
  if (read.length === 0) return null
  const wordsOf = (parts: readonly ReadPart[]) => listWord(parts.map((part) => `“${readWord(part)}”`))
  const dropped = read.filter((part) => part.dropped)
  const first = read.filter((part) => !part.dropped && !part.limits)
  return (
    <div className="mt-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span id="finder-read" className="text-ink-soft">
          {m.finder_read_label()}:
        </span>
        <ul aria-labelledby="finder-read" className="flex flex-wrap gap-2">
          {read.map((part) => (
            <li key={part.words.join()}>
              <Link
                to={finderPath(withoutReading(state, part.words))}
                preventScrollReset
                aria-label={m.finder_remove_filter({ filter: readWord(part) })}
                className={`inline-flex min-h-9 items-center gap-1 rounded-full border border-line-strong px-3 pt-0.5 hover:border-act ${part.dropped ? 'border-dashed text-ink-soft' : 'bg-surface font-[650]'}`}
              >
                {part.dropped ? m.finder_read_not_counted({ part: readWord(part) }) : readWord(part)}
                <X aria-hidden size={17} strokeWidth={1.75} />
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {dropped.length > 0 ? (
        <p className="mt-2 text-need-text">{m.finder_read_dropped({ parts: wordsOf(dropped) })}</p>
      ) : null}
      {first.length > 0 && total > 1 ? (
        <p className="mt-2 text-ink-soft">{m.finder_read_first({ parts: wordsOf(first) })}</p>
      ) : null}
    </div>
  )
}
