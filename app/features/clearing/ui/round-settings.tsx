/** What can be set for a round, each with what it means; the same fields begin a round and change a preview. */
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { CheckboxRow, ChoiceRows, Fieldset, Select, TextField } from '~/components/field'
import * as m from '~/paraglide/messages'
import { GIVE_WITHIN, HEAD_STARTS, type RoundSettings, WAITING_STEPS } from '../domain/round-settings'
import { giveWithinWord, headStartWord, settingsText, waitingStepWord } from './words'

type Regions = readonly { readonly id: string; readonly name: string }[]

export function SettingsFields({
  settings,
  regions,
}: {
  readonly settings: RoundSettings
  readonly regions: Regions
}) {
  const { period } = settings
  return (
    <div className="grid gap-5">
      <Fieldset legend={m.board_set_period()} hint={m.board_set_period_hint()}>
        <div className="flex flex-wrap gap-4">
          <TextField
            field={{ id: 'from', name: 'from', initialValue: period?.from ?? '' }}
            type="date"
            label={m.board_set_from()}
            width="w-44 max-w-full"
          />
          <TextField
            field={{ id: 'until', name: 'until', initialValue: period?.until ?? '' }}
            type="date"
            label={m.board_set_until()}
            width="w-44 max-w-full"
          />
        </div>
      </Fieldset>
      <Select
        field={{ id: 'giveWithin', name: 'giveWithin', initialValue: String(settings.giveWithin ?? 0) }}
        label={m.board_set_ahead()}
        hint={m.board_set_ahead_hint()}
        options={GIVE_WITHIN.map((weeks) => ({ value: String(weeks), label: giveWithinWord(weeks) }))}
      />
      <Select
        field={{ id: 'waitingStep', name: 'waitingStep', initialValue: String(settings.waitingStep) }}
        label={m.board_set_waiting()}
        hint={m.board_set_waiting_hint()}
        options={WAITING_STEPS.map((step) => ({ value: String(step), label: waitingStepWord(step) }))}
      />
      <Select
        field={{ id: 'headStart', name: 'headStart', initialValue: String(settings.headStart) }}
        label={m.board_set_head_start()}
        hint={m.board_set_head_start_hint()}
        options={HEAD_STARTS.map((weeks) => ({ value: String(weeks), label: headStartWord(weeks) }))}
      />
      {regions.length > 1 ? (
        <CheckboxRow
          field={{ id: 'balance', name: 'balance', initialValue: settings.balance ? 'on' : undefined }}
          label={m.board_set_balance()}
          hint={m.board_set_balance_hint()}
        />
      ) : null}
      <Fieldset legend={m.board_set_pupils()} hint={m.board_set_pupils_hint()}>
        <ChoiceRows
          field={{ id: 'pupilsFirst', name: 'pupilsFirst', initialValue: [...settings.pupilsFirst] }}
          kind="checkbox"
          columns
          options={regions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Fieldset>
    </div>
  )
}

/** How the round was set, and for who may change it the fields. */
export function RoundSettingsCard({
  settings,
  regions,
  canChange,
}: {
  readonly settings: RoundSettings
  readonly regions: Regions
  readonly canChange: boolean
}) {
  const { state, formData } = useNavigation()
  const busy = state !== 'idle' && formData?.get('intent') === 'settings'
  return (
    <section aria-labelledby="settings" className="grid gap-2">
      <h2 id="settings" className="text-lg">
        {m.board_set_title()}
      </h2>
      <ul className="grid gap-1 text-sm">
        {settingsText(settings, regions).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {canChange ? (
        <details>
          <summary className="link inline-flex min-h-11 w-fit cursor-pointer items-center">
            {m.board_set_change()}
          </summary>
          <Form method="post" key={JSON.stringify(settings)} className="card mt-2 grid gap-5 p-5">
            <SettingsFields settings={settings} regions={regions} />
            <div>
              <Button name="intent" value="settings" busy={busy} busyText={m.board_solving()}>
                {m.board_set_again()}
              </Button>
            </div>
            <p className="text-sm text-ink-soft">{m.board_solving_long()}</p>
          </Form>
        </details>
      ) : null}
    </section>
  )
}
