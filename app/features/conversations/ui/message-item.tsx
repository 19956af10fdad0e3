/** One message: who, when, the words, the files, and what went wrong with its mail. */
import CircleAlert from 'lucide-react/icons/circle-alert'
import FileText from 'lucide-react/icons/file-text'
import { formatBytes, formatMoment } from '~/components/format'
import { paths } from '~/components/paths'
import { fileKindWord } from '~/features/media/domain/offer-file'
import * as m from '~/paraglide/messages'
import type { MessageRow } from '../queries/conversation-page.server'
import { refusedFileWord } from './words'

/** As the loader's answer arrives: dates may be texts. */
export type ShownMessage = Omit<MessageRow, 'at'> & { readonly at: Date | string }

export function MessageItem({ message, who }: { readonly message: ShownMessage; readonly who: string }) {
  const { isOwnSide, files, refused, undelivered } = message
  return (
    <li
      className={`max-w-[42rem] min-w-0 rounded-lg border p-4 ${isOwnSide ? 'ml-auto w-[94%] border-line bg-act-soft' : 'mr-auto w-[94%] border-line bg-surface'}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-soft">
        <b className="text-ink">{who}</b>
        <span>{formatMoment(new Date(message.at))}</span>
        {message.isByMail ? <span>{m.conversations_by_mail()}</span> : null}
        {message.isNew ? <b className="text-need-text">{m.conversations_new()}</b> : null}
      </p>
      {message.text === '' ? null : (
        <p className="mt-1.5 whitespace-pre-line wrap-anywhere">{message.text}</p>
      )}
      {files.length > 0 ? (
        <ul className="mt-2 grid gap-1">
          {files.map((file) => (
            <li key={file.id} className="flex min-h-9 flex-wrap items-center gap-x-2 wrap-anywhere">
              <FileText aria-hidden size={19} strokeWidth={1.75} className="shrink-0 text-act" />
              {file.isGiven ? (
                <a href={paths.messageFile(file.id)} download className="link inline-block py-1.5">
                  {file.name}
                </a>
              ) : (
                file.name
              )}
              <span className="text-sm text-ink-soft">
                {file.isGiven ? `${kindWord(file.type)}, ${formatBytes(file.bytes)}` : scanWord(file.scan)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {refused.map(({ name, why }) => (
        <Mishap key={name}>{m.conversations_file_left_out({ name, why: refusedFileWord(why) })}</Mishap>
      ))}
      {undelivered > 0 ? <Mishap>{m.conversations_undelivered()}</Mishap> : null}
    </li>
  )
}

function Mishap({ children }: { readonly children: string }) {
  return (
    <p className="mt-2 flex gap-1.5 text-sm text-need-text wrap-anywhere">
      <CircleAlert aria-hidden size={18} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

const kindWord = (type: string) => (type === 'image/webp' ? m.conversations_picture() : fileKindWord(type))
const scanWord = (scan: string) =>
  scan === 'infected' ? m.conversations_file_infected() : m.conversations_file_waiting()
