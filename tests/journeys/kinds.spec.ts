/**
 * From the wizard to the evaluation for each kind of offer that takes a place. The company answers from its mail without
 * signing in, and both sides evaluate from theirs. `npm test` walks one kind; `npm run journeys:kinds` all of them.
 */
import { addDays, calendarDateOf } from '~/kernel/calendar'
import { asDate } from '~/platform/db/dates.server'
import { expect, test } from '../setup/cast'
import { runTimedJob } from '../setup/timed-job'
import { followLink, openMail } from './mailbox'

const KINDS = [
  { name: 'an excursion', offer: { kind: 'excursion', location: 'at_company' } },
  { name: 'a guest lesson at school', offer: { kind: 'guest_lesson', location: 'at_school' } },
  { name: 'a lesson online', offer: { kind: 'guest_lesson', location: 'online' } },
  { name: 'lesson material on loan', offer: { kind: 'lesson_material', location: 'at_school' } },
  { name: 'something made together', offer: { kind: 'co_development', location: 'at_school' } },
] as const

for (const { name, offer } of process.env.KINDS === 'all' ? KINDS : KINDS.slice(0, 1)) {
  test(`from the wizard to the evaluation: ${name}`, async ({ page, axe, cast, become }) => {
    test.setTimeout(180_000)
    const title = `Techniek van dichtbij, ${name}`
    const wish = `Onze klas vraagt ${name}`
    const school = await cast.school('Het Vuurtorencollege')
    const company = await cast.company('Baken en Boei', { ...offer, title, places: 3 })

    await test.step('the school asks', async () => {
      await become(school.teacher)
      await page.goto(`/requests/new?offer=${company.offerId}`)
      await page.getByRole('button', { name: 'Verder: voor wie' }).click()
      await page.getByRole('group', { name: 'vmbo' }).getByRole('checkbox', { name: /3/ }).check()
      await page.getByLabel('Hoeveel groepen?').fill('1')
      await page.getByLabel('Hoeveel leerlingen per groep?').fill('20')
      await page.getByRole('button', { name: 'Verder: wanneer' }).click()
      await page.getByRole('button', { name: 'Verder: hoe ver' }).click()
      await page.getByRole('button', { name: 'Verder: je eigen woorden' }).click()
      await page.getByLabel('Je vraag in één zin').fill(wish)
      await page.getByRole('button', { name: 'Plaats mijn hulpvraag' }).click()
      await page.getByRole('button', { name: 'Stuur mijn vraag' }).click()
      await expect(page.getByRole('heading', { name: 'Wie je vroeg' })).toBeVisible()
    })

    await test.step('the company says yes from its mail', async () => {
      await page.context().clearCookies({ name: 'session' })
      await openMail(page, company.member.email, `Een school in Schakeloog vraagt: ${wish}`)
      await followLink(page)
      await page
        .getByLabel('Dag')
        .first()
        .fill(await cast.lessonDay(school.branchId))
      await axe()
      await page.getByRole('button', { name: 'Maak de afspraak' }).click()
      await openMail(page, school.teacher.email, `Baken en Boei zegt ja: ${title}`)
    })

    const bookingId = await test.step('the day goes by', async () => {
      const { id } = await cast.db.booking.findFirstOrThrow({
        where: { claim: { slot: { offerId: company.offerId } } },
      })
      const yesterday = asDate(addDays(calendarDateOf(new Date()), -1))
      await cast.db.booking.update({ where: { id }, data: { date: yesterday } })
      await runTimedJob('remind-bookings')
      return id
    })

    await test.step('both sides say how it was, each from its mail', async () => {
      await openMail(page, school.teacher.email, `Ging het door? ${title}`)
      await followLink(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe was het?')
      await page.getByRole('radio', { name: 'Heel goed' }).check()
      await page.getByRole('radio', { name: 'Ja', exact: true }).first().check()
      await axe()
      await page.getByRole('button', { name: 'Verstuur' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je antwoord')

      await openMail(page, company.member.email, /^Hoe was de les met/)
      await followLink(page)
      await page.getByRole('radio', { name: 'Goed', exact: true }).check()
      await page.getByRole('radio', { name: 'Ja', exact: true }).first().check()
      await page.getByRole('button', { name: 'Verstuur' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bedankt voor je antwoord')

      await become(school.teacher)
      await page.goto(`/bookings/${bookingId}/evaluation`)
      await expect(page.getByRole('heading', { name: 'Wat Baken en Boei zei' })).toBeVisible()
    })
  })
}
