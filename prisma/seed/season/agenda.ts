/** What is still to happen, by day. Steps of a day run in three parts: morning, answers, asking. */
import { addDays, type CalendarDate } from '~/kernel/calendar'

export type Part = 'morning' | 'answers' | 'asks'

export type Step =
  | { readonly kind: 'finish' | 'choose-date'; readonly bookingId: string }
  | { readonly kind: 'cancel'; readonly bookingId: string; readonly by: 'school' | 'company' }
  | { readonly kind: 'hold'; readonly holdId: string; readonly yes: boolean }
  | {
      readonly kind: 'withdraw' | 'keep' | 'ask' | 'ask-again' | 'wait' | 'renew'
      readonly requestId: string
    }
  | { readonly kind: 'view' | 'consider' | 'answer'; readonly proposalId: string; readonly story?: number }
  | { readonly kind: 'post'; readonly wish: number }

const PART: Readonly<Record<Step['kind'], Part>> = {
  finish: 'morning',
  'choose-date': 'morning',
  cancel: 'morning',
  hold: 'morning',
  withdraw: 'morning',
  keep: 'morning',
  view: 'answers',
  consider: 'answers',
  answer: 'answers',
  post: 'asks',
  ask: 'asks',
  'ask-again': 'asks',
  wait: 'asks',
  renew: 'asks',
}

export type Agenda = ReturnType<typeof makeAgenda>

export function makeAgenda() {
  const days = new Map<string, Step[]>()
  const keyOf = (day: CalendarDate, part: Part) => `${day} ${part}`
  return {
    on(day: CalendarDate, step: Step): void {
      const key = keyOf(day, PART[step.kind])
      const known = days.get(key)
      if (known) known.push(step)
      else days.set(key, [step])
    },
    /** In so many days; a part of a day counts as one, so that nothing happens before what it follows on. */
    after(day: CalendarDate, wait: number, step: Step): void {
      this.on(addDays(day, Math.max(1, Math.ceil(wait))), step)
    },
    /** In an order of their own: when they were noted depends on which transaction ended first. */
    take(day: CalendarDate, part: Part): readonly Step[] {
      const key = keyOf(day, part)
      const steps = days.get(key) ?? []
      days.delete(key)
      return steps
        .map((step) => ({ step, name: JSON.stringify(step) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ step }) => step)
    },
  }
}
