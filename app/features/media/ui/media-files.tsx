/** The files of an offer with what became of each, and the form that adds one. */
import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import FileText from 'lucide-react/icons/file-text'
import { Button } from '~/components/button'
import { TextField } from '~/components/field'
import { formatBytes } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import { FILE_LIMITS, type FileScan, fileKindWord } from '../domain/offer-file'
import type { MediaPage } from '../queries/media-page.server'
import { formIdOf, type MediaNames, type MediaReply } from './media-form'
import { UploadField } from './upload-field'
import { useBusy } from './use-busy'

const ACCEPT = '.pdf,.docx,.pptx,.xlsx,.odt,.odp,.ods'

/** Said where schools do not get it, and why. */
const SCAN_WORD: Readonly<Record<FileScan, () => string>> = {
  waiting: m.media_scan_waiting,
  clean: m.media_scan_clean,
  infected: m.media_scan_infected,
  'not-scanned': m.media_scan_none,
}

export function FileRows({ files }: Pick<MediaPage, 'files'>) {
  if (files.length === 0) return null
  return (
    <ul className="card divide-y divide-line">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
          <div className="flex min-w-0 gap-3">
            <FileText aria-hidden size={22} strokeWidth={1.75} className="mt-0.5 shrink-0 text-act" />
            <div className="min-w-0 wrap-anywhere">
              {file.scan === 'infected' ? (
                file.name
              ) : (
                <a href={paths.file(file.id)} download className="link">
                  {file.name}
                </a>
              )}
              <p className="text-sm text-ink-soft">
                {fileKindWord(file.type)}, {formatBytes(file.bytes)}
              </p>
              <p className={`text-sm ${file.isGiven ? 'text-ink-soft' : 'font-[650] text-need-text'}`}>
                {SCAN_WORD[file.scan]()}
              </p>
            </div>
          </div>
          <Form method="post">
            <input type="hidden" name="file" value={file.id} />
            <Button
              look="second"
              size="small"
              name="intent"
              value="remove-file"
              aria-label={m.media_file_remove_named({ name: file.name })}
            >
              {m.media_file_remove()}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

export function AddFile({ count, reply }: { readonly count: number; readonly reply: MediaReply }) {
  const [form, fields] = useForm<MediaNames>({ id: formIdOf('add-file'), lastResult: reply ?? null })
  const busy = useBusy('add-file')
  if (count >= FILE_LIMITS.count) return <p>{m.media_files_full({ max: FILE_LIMITS.count })}</p>
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      noValidate
      className="card grid gap-5 p-4 sm:p-6"
    >
      <h3>{m.media_file_add()}</h3>
      <UploadField
        field={fields.upload}
        label={m.media_file_choose()}
        hint={m.media_file_choose_hint({ max: Math.round(FILE_LIMITS.bytes / 1024 / 1024) })}
        accept={ACCEPT}
      />
      <TextField
        field={fields.name}
        label={m.media_file_name()}
        hint={m.media_file_name_hint()}
        optional={m.media_optional()}
        maxLength={FILE_LIMITS.name}
      />
      <div>
        <Button look="second" name="intent" value="add-file" busy={busy} busyText={m.media_file_busy()}>
          {m.media_file_send()}
        </Button>
      </div>
    </Form>
  )
}
