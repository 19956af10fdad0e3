/** Organisations that nobody has looked at yet: work for the coordinator of the demo. */
import { createOrganisation } from '~/features/organisations/use-cases/create-organisation.server'
import type { UserId } from '~/kernel/ids'
import { stableUuid } from '../read-data'
import { actor } from './people'
import type { Play } from './play'

const NEWCOMERS = [
  {
    name: 'Wijnbergen Waterstoftechniek',
    about:
      'Wij bouwen kleine installaties die van stroom waterstof maken. Scholen mogen komen kijken, en we nemen graag een proefopstelling mee naar de klas.',
    postcode: '7602',
    employees: 18,
    topicIds: ['energie.waterstof', 'energie.elektro'],
    lead: 'Rinske Wijnbergen',
    hoursAgo: 30,
  },
  {
    name: 'Houtatelier De Kromme Spaan',
    about:
      'Meubels en trappen op maat, met de hand en met de freesmachine. Maximaal twaalf leerlingen tegelijk.',
    postcode: '7411',
    employees: 6,
    topicIds: ['bouw.interieur'],
    lead: 'Joost ter Avest',
    hoursAgo: 52,
  },
  {
    name: 'Techniekmuseum De Stoomketel',
    about:
      'Een oud ketelhuis vol werkende machines. Vrijwilligers geven rondleidingen en laten leerlingen zelf draaien.',
    postcode: '6811',
    employees: null,
    topicIds: ['maakindustrie.machines', 'natuurwetenschap.krachten'],
    lead: 'Ans Gerritsen',
    hoursAgo: 75,
  },
] as const

export async function seedNewcomers({ db, deskAt, world }: Play): Promise<void> {
  const end = Date.parse(`${world.lastDay}T20:00:00Z`)
  for (const [i, { lead, hoursAgo, ...facts }] of NEWCOMERS.entries()) {
    const at = new Date(end - hoursAgo * 3_600_000)
    const email = `nieuw-${i + 1}@schakel.example`
    const userId = stableUuid(`user:${email}`)
    await db.user.upsert({
      where: { email },
      create: { id: userId, email, name: lead, emailVerifiedAt: at, isDemo: true, createdAt: at },
      update: {},
    })
    const desk = deskAt(at, `newcomer:${i}`)
    // Any form has a key; here the number of the newcomer is it.
    const id = await createOrganisation(desk, actor(userId as UserId), {
      facts: { ...facts, website: null, kvkNumber: null, networkIds: [] },
      submissionKey: stableUuid(`newcomer:${i}`),
    })
    await db.organisation.update({ where: { id }, data: { isDemo: true } })
  }
}
