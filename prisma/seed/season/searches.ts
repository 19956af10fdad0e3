/** What people asked the finder in the demo season: written by hand, spread by chance that is the same each time. */

import { rounded } from '~/features/search-log/domain/search-entry'
import { addDays } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'
import { chanceOf, zipf } from './chance'
import type { Play } from './play'

/** Most asked first. */
const FOUND = `robots
lasrobot
programmeren
gastles techniek
excursie haven
3d printen
drones
waterzuivering
zonnepanelen
windmolen
elektrische auto
bedrijfsbezoek groep 8
techniek in de zorg
kunstmatige intelligentie
chemie practicum
solderen
bruggen bouwen
metaal
houtbewerking
vliegtuig
ruimtevaart
duurzame energie
waterstof
lego robot
micro:bit
beroepen in de techniek
machines
fabriek bezoeken
voedingstechniek
kas tuinbouw
schip
logistiek
cybersecurity
game maken
sensoren
elektriciteit proefjes
leskist techniek
bouwplaats
installatietechniek
warmtepomp
recycling
plastic afval
bodem en water
dijken
laboratorium
dna onderzoek
medische apparaten
prothese
lasergraveren
cnc frezen
autotechniek
fietsen maken
batterijen
stroomnet
verkeerstechniek
slimme stad
data centrum
glasvezel
virtual reality
animatie
fotonica
microscoop
chips maken
melkrobot
zuivelfabriek
brood bakken fabriek
papier maken
textiel
mode en techniek
meisjes en techniek
profielkeuze
loopbaan
ontwerpen
uitvinden
proefjes groep 5
techniekdag
kerndoelen techniek
hijskraan
spoor
satelliet
geluid
licht en kleur
weerstation
constructie
staal`.split('\n')

const ALMOST = `brandstofcel bus
bijenkast bouwen
orgel bouwen
glasblazen
klokken maken
stoommachine rijden
onderzeeboot
edelsmid
schoenen maken
vuurwerk
skatebaan ontwerpen
piano stemmen
brailleprinter
achtbaan
metaaldetector`.split('\n')

const NOTHING = `warmtekoudeopslag
stratenmaker
dakdekker
loodgieter worden
tandtechniek
hyperloop
insectenkweek
kernfusie
lidar
exoskelet
stucadoor
rietdekker
opticien
uurwerk
bodemsanering
asbest
geothermie
vertical farming
audicien
beeldhouwen
liftmonteur
zweefvliegen
parketvloer
steenhouwer
fietsenmaker
poetsrobot
gebarentaal
nanobots
molenaar
imker`.split('\n')

const LEVELS = [null, null, null, 'po', 'po-7', 'po-8', 'vmbo', 'vmbo-2', 'vmbo-3', 'havo', 'havo-3', 'vwo']
const DAYS = 250
/** Of all questions those with words that find nothing, and that find only something like it. */
const SHARE = { nothing: 0.13, almost: 0.06, near: 0.55, region: 0.3 } as const

type Where = {
  readonly lat: number
  readonly lng: number
  readonly regionId: string
  readonly isDemo: boolean
}

/** @param questions how many. Those of an earlier try go first. */
export async function seedSearches(
  { db, world }: Pick<Play, 'db' | 'world'>,
  questions: number,
): Promise<void> {
  const chance = chanceOf('searches')
  const all = await placesOf(db)
  const own = all.filter((place) => place.isDemo)
  const weights = [FOUND, ALMOST, NOTHING].map((words) => zipf(words.length, 0.8))
  const rows = Array.from({ length: questions }, () => {
    const kind = chance.weighted([1 - SHARE.nothing - SHARE.almost, SHARE.almost, SHARE.nothing])
    const words = [FOUND, ALMOST, NOTHING][kind] ?? FOUND
    const text = words[chance.weighted(weights[kind] ?? [])] ?? ''
    const near = chance.is(SHARE.near) && all.length > 0
    const place = near ? chance.of(chance.is(SHARE.region) && own.length > 0 ? own : all) : null
    return {
      day: asDate(addDays(world.lastDay, -chance.between(0, DAYS))),
      text,
      kinds: chance.is(0.2) ? [chance.of(['guest-lesson', 'excursion', 'lesson-material'])] : [],
      level: chance.of(LEVELS),
      topicIds: [],
      ...(place ? { ...rounded(place), regionId: place.regionId } : {}),
      results: kind === 2 ? 0 : chance.between(1, kind === 1 ? 4 : 38),
      isAlmost: kind === 1,
      engine: 'demo',
    }
  })
  await db.searchLog.deleteMany({ where: { engine: 'demo' } })
  for (let from = 0; from < rows.length; from += 1000)
    await db.searchLog.createMany({ data: rows.slice(from, from + 1000) })
}

/** Every municipality in its labour market region; those of the demo's coordinator are marked. */
function placesOf(db: Db): Promise<Where[]> {
  return db.$queryRaw<Where[]>`
    SELECT m.lat, m.lng, r.id AS "regionId", EXISTS (SELECT FROM coordinator_region c JOIN app_user u ON u.id = c.user_id
      WHERE c.region_id = r.id AND u.email = 'regio@schakel.example') AS "isDemo"
    FROM municipality m JOIN region_municipality rm ON rm.municipality_code = m.code
    JOIN region r ON r.id = rm.region_id AND r.kind = 'labour_market' ORDER BY m.code, r.id`
}
