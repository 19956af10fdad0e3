/** Files of the offer, to take along. */
import Download from 'lucide-react/icons/download'
import { formatBytes } from '~/components/format'
import { paths } from '~/components/paths'
import type { OfferPageFile } from '~/features/finder/domain/offer-page'
import { fileKindWord } from '~/features/media/domain/offer-file'
import * as m from '~/paraglide/messages'

export function OfferFiles({ files }: { readonly files: readonly OfferPageFile[] }) {
  if (files.length === 0) return null
  return (
    <section>
      <h2>{m.offerpage_files()}</h2>
      <FileList files={files} />
    </section>
  )
}

export function FileList({ files }: { readonly files: readonly OfferPageFile[] }) {
  return (
    <ul className="mt-2">
      {files.map(({ id, name, type, bytes }) => (
        <li key={id}>
          <a href={paths.file(id)} download className="link flex min-h-11 items-center gap-2 wrap-anywhere">
            <Download aria-hidden size={20} strokeWidth={1.75} className="shrink-0" />
            <span>
              {name} ({fileKindWord(type)}, {formatBytes(bytes)})
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
