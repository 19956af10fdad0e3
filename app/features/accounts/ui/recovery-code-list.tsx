/** Recovery codes, this once: to print, to keep as a file, to write down. Keeping them needs no script. */
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '~/components/button'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'

type Props = { readonly codes: readonly string[]; readonly to: string }

export function RecoveryCodeList({ codes, to }: Props) {
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const file = `${m.security_codes_file()}\r\n\r\n${codes.join('\r\n')}\r\n`
  return (
    <section className="grid gap-5" aria-labelledby="codes">
      <h2 id="codes">{m.security_codes_title()}</h2>
      <Notice tone="need">{m.security_codes_once()}</Notice>
      <ul className="card grid gap-2 p-5 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="schakel-codes.txt"
          className="link inline-flex min-h-11 items-center"
        >
          {m.security_codes_download()}
        </a>
        {isScripted ? (
          <Button type="button" look="quiet" onClick={() => window.print()}>
            {m.security_codes_print()}
          </Button>
        ) : null}
      </p>
      <div className="no-print">
        <ButtonLink to={to || paths.accountSecurity()}>{m.security_codes_kept()}</ButtonLink>
      </div>
    </section>
  )
}
