/** What a load would do, before it does: counts, what is wrong, and the choice to go on. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ChoiceRows, Fieldset } from '~/components/field'
import { formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { TitleBlock } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { LoadPage } from '../queries/load-page.server'
import { LoadRows } from './load-rows'
import { rowsWord, shown } from './load-words'

export function CheckScreen({ page }: { readonly page: LoadPage }) {
  const { counts, organisation } = page
  const good = counts.new + counts.changed
  return (
    <div className="grid gap-6">
      <p>{m.loads_check_lead({ file: page.fileName, rows: rowsWord(counts.rows) })}</p>
      <TitleBlock
        facts={[
          { label: m.loads_count_new(), value: formatNumber(counts.new) },
          { label: m.loads_count_changed(), value: formatNumber(counts.changed) },
          { label: m.loads_count_same(), value: formatNumber(counts.same) },
          { label: m.loads_count_wrong(), value: formatNumber(counts.wrong) },
        ]}
      />
      {counts.wrong > 0 ? (
        <Notice tone="need">
          <p className="font-[650]">{m.loads_check_wrong(shown(counts.wrong))}</p>
          <p>{page.isFeed ? m.loads_check_wrong_feed() : m.loads_check_wrong_text()}</p>
          <p className="mt-1">
            <Link to={paths.loadColumns()} className="link">
              {m.loads_to_columns()}
            </Link>
          </p>
        </Notice>
      ) : null}
      {page.isFeed ? <p>{m.loads_check_feed()}</p> : null}
      {good + counts.same === 0 ? null : good === 0 && !organisation.isVerified ? (
        <p>{m.loads_check_nothing()}</p>
      ) : (
        <Start page={page} />
      )}
      <LoadRows
        page={page}
        choices={(['wrong', 'changed', 'new', 'same'] as const)
          .map((show) => ({ show, count: counts[show] }))
          .filter(({ count }) => count > 0)}
      />
      <Form method="post" className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button look="second" size="small" name="intent" value="again">
          {m.loads_check_again()}
        </Button>
        <Link
          to={page.isFeed ? paths.feeds(organisation.id) : paths.loads(organisation.id)}
          className="link inline-flex min-h-11 items-center"
        >
          {page.isFeed ? m.loads_to_feeds() : m.loads_check_other()}
        </Link>
        <Button look="quiet" size="small" name="intent" value="cancel">
          {m.loads_cancel()}
        </Button>
      </Form>
    </div>
  )
}

function Start({ page: { counts, organisation } }: { readonly page: LoadPage }) {
  const busy = useNavigation().state === 'submitting'
  const good = counts.new + counts.changed
  const isPartial = counts.wrong > 0
  return (
    <Form method="post" className="grid max-w-(--measure) gap-4">
      <input type="hidden" name="which" value={isPartial ? 'good' : 'all'} />
      {organisation.isVerified ? (
        <Fieldset legend={m.loads_check_how()}>
          <ChoiceRows
            kind="radio"
            field={{ id: 'load-as', name: 'as', initialValue: 'draft' }}
            options={[
              { value: 'draft', label: m.loads_check_draft(), hint: m.loads_check_draft_hint() },
              { value: 'publish', label: m.loads_check_publish(), hint: m.loads_check_publish_hint() },
            ]}
          />
        </Fieldset>
      ) : (
        <>
          <input type="hidden" name="as" value="draft" />
          <Notice tone="info">{m.loads_not_verified({ name: organisation.name })}</Notice>
        </>
      )}
      <div>
        <Button name="intent" value="start" busy={busy} busyText={m.loads_check_starting()}>
          {isPartial ? m.loads_check_start_good(shown(good + counts.same)) : m.loads_check_start_all()}
        </Button>
      </div>
    </Form>
  )
}
