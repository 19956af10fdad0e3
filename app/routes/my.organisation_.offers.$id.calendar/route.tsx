import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { daysOfSeries, momentOfKey, SESSIONS_MAX } from '~/features/capacity/domain/session-plan'
import { calendarTooLarge, notACalendar } from '~/features/capacity/errors'
import { calendarPage } from '~/features/capacity/queries/calendar-page.server'
import { plannedSessions } from '~/features/capacity/queries/planned-sessions.server'
import { CALENDAR_FILE_MAX, calendarAction, FIELD_OF_CALENDAR } from '~/features/capacity/schemas'
import { CalendarScreen } from '~/features/capacity/ui/calendar-screen'
import { addSessions, removeSession } from '~/features/capacity/use-cases/change-sessions.server'
import { closeDays, openDays } from '~/features/capacity/use-cases/close-days.server'
import { setLimits } from '~/features/capacity/use-cases/set-limits.server'
import { calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.capacity_title())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const month = new URL(request.url).searchParams.get('month')
    return calendarPage(wire(), await requireUser(request), params.id ?? '', month)
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const offerId = params.id ?? ''
    // What is not the actor's is not there, whatever the form says.
    await calendarPage(wire(), actor, offerId, null)
    const { pathname, search } = new URL(request.url)
    return submitForm(
      request,
      calendarAction,
      async (asked) => {
        const answer = await act(actor, offerId, asked)
        return typeof answer === 'string' ? redirectWithNews(pathname + search, answer) : { plan: answer }
      },
      { fieldOf: FIELD_OF_CALENDAR },
    )
  })
}

/** @returns what happened, in the reader's words; or the sessions that would be made, to be looked at first. */
async function act(actor: SignedInActor, offerId: string, asked: ReturnType<typeof calendarAction.parse>) {
  switch (asked.intent) {
    case 'limits': {
      const { perYear, perMonth = null, openInHolidays } = asked
      await setLimits(wire(), actor, {
        ...{ offerId, perYear, perMonth },
        openInHolidays: openInHolidays === 'on',
        mayShare: asked.mayShare === 'on',
      })
      return m.capacity_news_limits()
    }
    case 'series': {
      const { from, until = from, startTime = '', everyWeeks, places } = asked
      const days = daysOfSeries({
        from,
        until,
        startTime,
        everyWeeks: everyWeeks === '0' ? 0 : everyWeeks === '1' ? 1 : 2,
      })
      const moments = days.map((day) => ({ day, startTime, name: null }))
      return plannedSessions(wire(), actor, { offerId, moments, places, isCut: false })
    }
    case 'file': {
      if (asked.file.size > CALENDAR_FILE_MAX) throw calendarTooLarge()
      const today = calendarDateOf(wire().clock.now())
      const within = { from: today, until: lastBookableDay(today) }
      const read = wire().readCalendarFile(await asked.file.text(), within, SESSIONS_MAX)
      if (!read.ok) throw notACalendar()
      const { events: moments, isCut } = read
      return plannedSessions(wire(), actor, { offerId, moments, places: asked.filePlaces, isCut })
    }
    case 'add': {
      const moments = asked.sessions.flatMap((key) => momentOfKey(key) ?? [])
      const count = await addSessions(wire(), actor, { offerId, moments, places: asked.places })
      return m.capacity_news_added({ count })
    }
    case 'remove':
      await removeSession(wire(), actor, { offerId, slotId: asked.slot })
      return m.capacity_news_removed()
    case 'close': {
      const { closeFrom: from, closeUntil: until = from, note = null, wholeCompany } = asked
      await closeDays(wire(), actor, { offerId, from, until, note, wholeCompany: wholeCompany === 'on' })
      return m.capacity_news_closed()
    }
    case 'open':
      await openDays(wire(), actor, { offerId, blackoutId: asked.blackout })
      return m.capacity_news_opened()
  }
}

export default function OfferCalendar() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const plan = answer && 'plan' in answer ? answer.plan : null
  const reply = answer && !('plan' in answer) ? answer : undefined
  return (
    <CalendarScreen
      page={page}
      plan={plan}
      reply={reply}
      here={paths.offerCalendar(page.offer.id, page.month)}
    />
  )
}
