/** What can be switched off without a new release. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatMoment } from '~/components/format'
import { PageFrame } from '~/components/shell'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { SwitchKey } from '../domain/switches'
import type { SwitchLines } from '../queries/lists.server'
import { AdminNav } from './admin-nav'

const WORDS: Readonly<Record<SwitchKey, { readonly name: () => string; readonly text: () => string }>> = {
  'sign-up': { name: m.administration_switch_sign_up, text: m.administration_switch_sign_up_text },
  'phone-entries': { name: m.administration_switch_phone, text: m.administration_switch_phone_text },
  impersonation: { name: m.administration_switch_look, text: m.administration_switch_look_text },
}

export function SwitchesScreen({ lines }: { readonly lines: SwitchLines }) {
  return (
    <>
      <AdminNav />
      <PageFrame title={m.administration_switches()} lead={m.administration_switches_text()}>
        <ul className="grid max-w-3xl gap-4">
          {lines.map(({ key, isOn, setAt }) => {
            const name = WORDS[key].name()
            return (
              <li key={key} className="grid gap-3 rounded-md border border-line bg-surface p-4">
                <div className="flex flex-wrap items-center gap-3">
                  <h2 className="text-lg">{name}</h2>
                  <StatusBadge status={isOn ? 'booked' : 'waiting'}>
                    {isOn ? m.administration_on() : m.administration_off()}
                  </StatusBadge>
                </div>
                <p>{WORDS[key].text()}</p>
                {setAt === null ? null : (
                  <p className="text-sm text-ink-soft">
                    {m.administration_switch_since({ moment: formatMoment(new Date(setAt)) })}
                  </p>
                )}
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="key" value={key} />
                  <Button
                    look="second"
                    size="small"
                    name="to"
                    value={isOn ? 'off' : 'on'}
                    aria-label={
                      isOn
                        ? m.administration_switch_off_of({ name })
                        : m.administration_switch_on_of({ name })
                    }
                  >
                    {isOn ? m.administration_switch_off() : m.administration_switch_on()}
                  </Button>
                </Form>
              </li>
            )
          })}
        </ul>
      </PageFrame>
    </>
  )
}
