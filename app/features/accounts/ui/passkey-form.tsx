/** A form that a device fills in. Without JavaScript, or in a browser that has no passkeys, it is not there. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '~/components/button'
import * as m from '~/paraglide/messages'

type Props = {
  readonly action: string
  /** That gives the challenge. */
  readonly begin: string
  readonly kind: 'new' | 'sign-in'
  readonly label: string
  readonly look?: 'main' | 'second'
  /** Posted with the answer. */
  readonly hidden: Readonly<Record<string, string>>
  readonly children?: ReactNode
}

export function PasskeyForm({ action, begin, kind, label, look = 'second', hidden, children }: Props) {
  const [isThere, setThere] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | 'refused'>('idle')
  const form = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLInputElement>(null)
  useEffect(() => setThere('PublicKeyCredential' in window), [])
  if (!isThere) return null

  async function ask() {
    setState('busy')
    try {
      const { askDevice } = await import('./passkey.client')
      const given = await askDevice(begin, kind)
      if (!answer.current || !form.current) return
      answer.current.value = given
      form.current.submit()
    } catch {
      setState('refused')
    }
  }

  return (
    <form
      ref={form}
      method="post"
      action={action}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (state !== 'busy') void ask()
      }}
    >
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input ref={answer} type="hidden" name="answer" defaultValue="" />
      <div>
        <Button look={look} busy={state === 'busy'} busyText={m.security_passkey_busy()}>
          {label}
        </Button>
      </div>
      <p role="status" className={state === 'refused' ? '' : 'sr-only'}>
        {state === 'refused' ? m.security_passkey_not_now() : ''}
      </p>
    </form>
  )
}
