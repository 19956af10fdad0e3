/** The other side said how the day goes. */
import * as m from '~/paraglide/messages'
import type { Block, RenderedMail } from '~/platform/mail/letter.server'
import type { PlanPart } from '../domain/plan'
import { planPartWord, programmeLines } from '../domain/plan-words'
import { type BookingMailProps, bookingLetter, pageBlocks, whenWord } from './booking-letter.server'

export function bookingPlanMail(
  props: BookingMailProps & { readonly parts: readonly PlanPart[] },
): RenderedMail {
  const [booking] = props.bookings
  const { title, school, company } = booking
  const who = props.side === 'school' ? company : school
  return bookingLetter(props, {
    subject: m.bookings_mail_plan_subject({ title }),
    blocks: [
      { kind: 'text', text: m.bookings_mail_plan_text({ who, title, when: whenWord(booking) }) },
      { kind: 'text', text: props.parts.map((part) => `– ${planPartWord[part]()}`).join('\n') },
      ...(props.parts.includes('programme') ? planBlocks(props).slice(0, 1) : []),
      ...pageBlocks(props, m.bookings_mail_open()),
      { kind: 'small', text: m.bookings_mail_plan_once() },
    ],
  })
}

/** The programme and how to get there, as far as somebody wrote them. */
export function planBlocks({ bookings: [{ plan, startTime }], side }: BookingMailProps): readonly Block[] {
  const programme = programmeLines(plan.programme, startTime).map(({ when, what }) => `${when}  ${what}`)
  const brings = side === 'school' ? plan.schoolBrings : plan.companyBrings
  const bringsWord = side === 'school' ? planPartWord.schoolBrings() : planPartWord.companyBrings()
  return [
    [planPartWord.programme(), programme.join('\n')],
    [planPartWord.arrival(), plan.arrival ?? ''],
    [bringsWord, brings ?? ''],
  ].flatMap(([title = '', text = '']): Block[] =>
    text === '' ? [] : [{ kind: 'text', text: `${title}\n${text}` }],
  )
}
