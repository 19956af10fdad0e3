/** What schools and companies of the demo make together: one that runs, one that begins, one whose result is found. */
import { createHash } from 'node:crypto'
import { addDays, type CalendarDate, daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'
import { slugOf } from '~/kernel/fold'
import type { Db } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import { stableUuid } from '../read-data'
import { DEMO_COMPANY, demoUserId } from '../steps/demo-accounts'
import { drawSheet } from '../steps/demo-sheets'

type Story = {
  readonly ref: string
  readonly title: string
  readonly text: string
  readonly results: string
  readonly topicIds: readonly string[]
  readonly classes: number
  readonly state: 'preparing' | 'running' | 'published'
  readonly daysAgo: number
  readonly files: readonly { readonly title: string; readonly notes: readonly string[] }[]
}

const STORIES: readonly Story[] = [
  {
    ref: 'project-meten',
    title: 'Meten met sensoren: een practicum voor klas 3',
    text: 'Leerlingen meten temperatuur en licht in hun eigen school en tekenen er een grafiek van. Het bedrijf kent de sensoren, wij kennen de klas.',
    results:
      'Twee lessen van 50 minuten: een werkblad, een proef met een sensor en een uitleg voor de docent.',
    topicIds: ['robotica'],
    classes: 3,
    state: 'running',
    daysAgo: 40,
    files: [
      { title: 'Werkblad meten', notes: ['Eerste opzet', 'Vraag 3 is korter, met een tekening erbij'] },
      { title: 'Uitleg voor de docent', notes: ['Nog zonder foto’s'] },
    ],
  },
  {
    ref: 'project-grijper',
    title: 'Een grijper ontwerpen voor een echte machine',
    text: 'Het bedrijf heeft een vraag uit de werkplaats. Daar willen we samen een opdracht van drie weken van maken.',
    results: '',
    topicIds: ['robotica'],
    classes: 1,
    state: 'preparing',
    daysAgo: 6,
    files: [],
  },
  {
    ref: 'project-sorteren',
    title: 'Sorteren als een machine',
    text: 'Leerlingen bedenken zelf regels waarmee een machine afval sorteert, en proberen ze uit met kaartjes.',
    results: 'Een les zonder computer: kaartjes om uit te knippen, een spelregelblad en een nabespreking.',
    topicIds: ['robotica'],
    classes: 2,
    state: 'published',
    daysAgo: 120,
    files: [{ title: 'Kaartjes en spelregels', notes: ['Proefversie', 'Na de proefles: minder kaartjes'] }],
  },
]

type Parts = {
  readonly db: Db
  readonly lastDay: CalendarDate
  readonly attachments?: Pick<FileStore, 'put'>
}

/** Written as rows: the rules are those of the use cases, whose tests play the same. */
export async function seedProjects({ db, lastDay, attachments }: Parts): Promise<void> {
  const schoolUser = demoUserId('school@schakel.example')
  const { branchId: ownBranch } = await db.schoolMembership.findFirstOrThrow({
    where: { userId: schoolUser },
  })
  const own = await db.organisation.findFirstOrThrow({ where: { name: DEMO_COMPANY } })
  const partners = await db.schoolMembership.findMany({
    where: { branchId: { not: ownBranch }, branch: { sector: 'vo', closedOn: null }, user: { isDemo: true } },
    orderBy: [{ branchId: 'asc' }, { userId: 'asc' }],
    distinct: ['branchId'],
    take: 2,
  })
  const offers = await db.offer.findMany({
    where: { kind: 'co_development', isDemo: true, state: 'published', organisationId: { not: own.id } },
    orderBy: { externalRef: 'asc' },
    distinct: ['organisationId'],
    take: STORIES.length,
    select: {
      ...{ organisationId: true, title: true, slug: true, summary: true, description: true, topicIds: true },
      ...{ levels: true, placeName: true, municipalityCode: true, lat: true, lng: true },
    },
  })
  for (const [i, story] of STORIES.entries()) {
    const offer = offers[i]
    const partner = partners[i % 2]
    if (!offer || !partner) continue
    const day = (ago: number) => new Date(`${addDays(lastDay, -ago)}T00:00:00Z`)
    const at = (ago: number) => new Date(`${addDays(lastDay, -ago)}T10:15:00Z`)
    const id = (what: string) => stableUuid(`${story.ref}:${what}`)
    const isNew = story.state === 'preparing'
    const isOver = story.state === 'published'
    const first = isNew ? partner : { branchId: ownBranch, userId: schoolUser }
    const begun = at(story.daysAgo)
    await db.supportRequest.create({
      data: {
        ...{ id: id('request'), externalRef: story.ref, isDemo: true, branchId: first.branchId },
        ...{ createdById: first.userId, title: story.title, text: story.text, classes: story.classes },
        ...{
          kinds: ['co_development'],
          topicIds: [...story.topicIds],
          level: 'vmbo',
          years: [3],
          tracks: [],
        },
        ...{ groupSize: 24, weekdays: [], languages: [], createdAt: begun, openedAt: begun },
        ...{ state: isOver ? ('done' as const) : ('booked' as const), closedAt: isOver ? at(60) : null },
        groups: { create: [{ id: id('group'), number: 1 }] },
      },
    })
    const { from, until } = daysOfSchoolYear(schoolYearOf(addDays(lastDay, -story.daysAgo)))
    const { topicIds, levels, ...same } = offer
    await db.offer.create({
      data: {
        ...{
          ...same,
          id: id('asked'),
          externalRef: `${story.ref}-asked`,
          createdAt: begun,
          publishedAt: begun,
        },
        ...{
          kind: 'co_development',
          state: 'published',
          isDemo: true,
          sessionsPerYear: 1,
          location: 'at_school',
        },
        ...{ topicIds, levels: levels ?? [], lastConfirmedAt: begun, languages: ['nl'] },
        // Its one place is taken: it stands in no list.
        slots: { create: [{ id: id('slot'), startsOn: new Date(from), endsOn: new Date(until), places: 1 }] },
      },
    })
    await db.placeClaim.create({
      data: { id: id('claim'), slotId: id('slot'), groupId: id('group'), claimedAt: begun },
    })
    await db.booking.create({
      data: {
        ...{ id: id('booking'), claimId: id('claim'), isDemo: true, createdAt: begun, dateOptions: [] },
        ...(isOver
          ? { state: 'done', date: day(100), pupilsReached: 46, closedAt: at(60) }
          : { date: day(-21), startTime: '13:00' }),
      },
    })
    const member = (name: string, who: object, state: 'joined' | 'invited', userId: string | null) => ({
      ...{ id: id(name), projectId: id('project'), state, userId, askedAt: at(story.daysAgo - 1), ...who },
      ...{ answeredAt: state === 'joined' ? at(story.daysAgo - 2) : null },
      ...{ agreedRound: isOver ? 1 : null, isCredited: isOver },
    })
    const content = await drawSheet(
      {
        title: story.title,
        company: offer.title,
        summary: story.text,
        description: story.results || story.text,
      },
      begun,
    )
    const key = (await attachments?.put(content)) ?? createHash('sha256').update(content).digest('hex')
    const file = { type: 'application/pdf', bytes: content.length, key, scan: 'not_scanned' } as const
    if (isOver)
      await db.offer.createMany({
        data: [
          {
            ...{ id: id('result'), organisationId: own.id, kind: 'lesson_material', state: 'published' },
            ...{ title: story.title, slug: slugOf(story.title), summary: story.text, goal: story.text },
            ...{
              description: story.results,
              topicIds: [...story.topicIds],
              location: 'download',
              isDemo: true,
            },
            ...{ levels: [{ level: 'vmbo', years: [2, 3] }], languages: ['nl'], externalRef: story.ref },
            ...{
              placeName: own.placeName,
              municipalityCode: own.municipalityCode,
              lat: own.lat,
              lng: own.lng,
            },
            ...{ publishedAt: at(60), lastConfirmedAt: at(60), createdAt: at(61) },
          },
        ],
      })
    await db.project.create({
      data: {
        ...{ id: id('project'), bookingId: id('booking'), title: story.title, goal: story.text },
        ...{ results: story.results, state: story.state, isDemo: true, createdAt: begun },
        ...{
          startsOn: isNew ? null : day(story.daysAgo - 10),
          endsOn: isNew ? null : day(isOver ? 62 : -60),
        },
        ...(isOver && {
          ...{ licence: 'cc_by_sa', licenceRound: 1, resultOfferId: id('result'), closedAt: at(60) },
        }),
        filesToldAt: at(0),
      },
    })
    await db.projectMember.createMany({
      data: [
        member('school', { branchId: first.branchId }, 'joined', first.userId),
        member('company', { organisationId: offer.organisationId }, 'joined', null),
        member('own', { organisationId: own.id }, isNew ? 'invited' : 'joined', null),
        ...(isNew ? [] : [member('second', { branchId: partner.branchId }, 'joined', partner.userId)]),
      ],
    })
    for (const [f, { title, notes }] of story.files.entries())
      await db.projectFile.create({
        data: {
          ...{ id: id(`file${f}`), projectId: id('project'), title, createdAt: at(story.daysAgo - 12) },
          versions: {
            create: notes.map((note, n) => ({
              ...{ ...file, id: id(`file${f}.${n}`), number: n + 1, name: `${title}.pdf`, note },
              ...{ byMemberId: id(n === 0 ? 'school' : 'own'), createdAt: at(story.daysAgo - 12 - n * 6) },
            })),
          },
        },
      })
    if (isOver)
      await db.offerFile.createMany({
        data: [{ ...file, id: id('given'), offerId: id('result'), position: 0, name: `${story.title}.pdf` }],
      })
    const meeting = (n: number, ago: number, title: string, notes: string) => ({
      ...{
        id: id(`meeting${n}`),
        projectId: id('project'),
        title,
        date: day(ago),
        startTime: '15:30',
        notes,
      },
      ...{
        durationMinutes: 60,
        place: 'Op school, lokaal 12',
        agenda: 'De proef en het werkblad',
        createdAt: begun,
      },
    })
    if (!isNew)
      await db.projectMeeting.createMany({
        data: [
          meeting(
            1,
            story.daysAgo - 12,
            'Eerste overleg',
            'De school maakt het werkblad, het bedrijf de proef.',
          ),
          ...(isOver ? [] : [meeting(2, -12, 'Proefles bespreken', '')]),
        ],
      })
    const told = (type: string, ago: number, payload: object) => ({
      ...{ type, subjectId: id('project'), payload, occurredAt: at(ago) },
    })
    await db.outboxEvent.createMany({
      data: [
        told('ProjectBegun', story.daysAgo, { by: null }),
        told('ProjectMemberInvited', story.daysAgo - 1, { by: id('company'), member: id('own') }),
        ...(isNew
          ? []
          : [
              told('ProjectMemberJoined', story.daysAgo - 2, { by: id('own'), member: id('own') }),
              told('ProjectDescribed', story.daysAgo - 9, { by: id('school') }),
              told('ProjectStarted', story.daysAgo - 10, { by: id('company') }),
              told('ProjectFileVersionAdded', story.daysAgo - 12, { by: id('school'), file: id('file0') }),
            ]),
        ...(isOver ? [told('ProjectPublished', 60, { by: null })] : []),
      ],
    })
  }
}
