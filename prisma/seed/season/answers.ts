/** What companies write with an answer. */
import type { DeclineReason } from '~/features/proposals/domain/proposal'

export const YES_WORDS = [
  'Leuk, we komen graag. Onze monteur neemt het nodige mee.',
  'Dat past goed. Willen jullie vooraf vertellen wat de leerlingen al weten?',
  'Prima. Graag een lokaal met stopcontacten en een beamer.',
  'We kijken ernaar uit.',
] as const

type Used = Extract<DeclineReason, 'no-time' | 'period-full' | 'too-far' | 'other-topic' | 'other'>

export const DECLINE_WORDS: Readonly<Record<Used, readonly (string | null)[]>> = {
  'no-time': ['We hebben een grote opdracht lopen en kunnen nu niemand missen.', null],
  'period-full': ['In die weken zitten we vol. Later in het jaar kan misschien wel.', null],
  'too-far': ['Met de reistijd erbij kost het ons een hele dag.', null],
  'other-topic': ['Dit is niet ons vak. Een collega-bedrijf kan jullie beter helpen.', null],
  other: ['Onze begeleider is met verlof.', null],
}
