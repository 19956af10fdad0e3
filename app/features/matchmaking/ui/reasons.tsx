/** Why an offer fits and where it differs: check = fits, triangle = differs; the word carries it, not the colour. */
import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { formatDays, formatKm, formatLevels, formatNumber } from '~/components/format'
import type { TopicName } from '~/features/finder/domain/finder-page'
import { kindWord, languageWord, topicWord } from '~/features/finder/ui/words'
import type { Removed } from '~/matching/ranking/rank'
import type { Rule } from '~/matching/ranking/rules'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { Reason } from '../domain/reasons'
import { daySpanWord } from './day-span-word'

type Topics = readonly TopicName[]

export function Reasons({
  reasons,
  topics,
  inline = false,
}: {
  readonly reasons: readonly Reason[]
  /** Names of the topics that the reasons speak of; more does no harm. */
  readonly topics: Topics
  /** One after the other instead of one a line. */
  readonly inline?: boolean
}) {
  if (reasons.length === 0) return null
  return (
    <ul
      aria-label={m.matchmaking_reasons()}
      className={inline ? 'flex flex-wrap gap-x-4 gap-y-1 text-sm' : 'grid gap-1 text-sm'}
    >
      {reasons.map((reason) => (
        <li key={reason.about} className="flex items-start gap-1.5">
          {reason.fits ? (
            <Check aria-hidden size={17} strokeWidth={1.75} className="mt-0.5 shrink-0 text-act" />
          ) : (
            <TriangleAlert aria-hidden size={17} strokeWidth={1.75} className="mt-0.5 shrink-0 text-need" />
          )}
          <span>
            {reason.fits ? null : <span className="sr-only">{m.matchmaking_differs()} </span>}
            {reasonText(reason, topics)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** @returns one reason in a few words with its figures: "13 km, gevraagd tot 15 km". */
function reasonText(reason: Reason, topics: Topics): string {
  switch (reason.about) {
    case 'level': {
      const level = levelText(reason)
      return reason.fits ? m.matchmaking_level_fits({ level }) : m.matchmaking_level_differs({ level })
    }
    case 'kind': {
      const wished = listOf(reason.wished.map((kind) => kindWord[kind]().toLowerCase()))
      return m.matchmaking_kind_differs({ kind: kindWord[reason.kind]().toLowerCase(), wished })
    }
    case 'topic': {
      const given = listOf(topicNames(reason.given, topics))
      if (reason.isKin)
        return m.matchmaking_topic_kin({ given, wished: anyOf(topicNames(reason.wished, topics)) })
      if (reason.fits) return m.matchmaking_topic_fits({ given })
      return m.matchmaking_topic_differs({ given, wished: anyOf(topicNames(reason.wished, topics)) })
    }
    case 'distance':
      return distanceText(reason)
    case 'variety':
      return reason.fits ? m.matchmaking_variety_new() : m.matchmaking_variety_had()
    case 'own-region':
      return m.matchmaking_own_region()
    case 'region':
      return m.matchmaking_region_differs()
    case 'weekdays':
      return weekdayText(reason)
    case 'period':
      return reason.fits
        ? m.matchmaking_period_fits({ span: daySpanWord(reason) })
        : m.matchmaking_period_differs({ span: daySpanWord(reason) })
    case 'places':
      return placesText(reason)
    case 'group':
      return reason.fits
        ? m.matchmaking_group_fits({ max: reason.max })
        : m.matchmaking_group_differs({ max: reason.max, pupils: reason.pupils })
    case 'language': {
      const languages = listOf(reason.languages.map((code) => languageWord(code)))
      return reason.fits
        ? m.matchmaking_language_fits({ languages })
        : m.matchmaking_language_differs({ languages })
    }
    case 'answers':
      return m.matchmaking_answers({ answered: reason.answered, asked: reason.asked })
    case 'confirmed':
      return m.matchmaking_confirmed({ months: reason.months })
  }
}

type About<Name extends Reason['about']> = Extract<Reason, { readonly about: Name }>

function levelText({ level, years, tracks }: About<'level'>): string {
  const words = formatLevels([{ level, years }])
  return tracks.length === 0 ? words : `${words} (${tracks.join(', ')})`
}

function distanceText({ fits, location, km, limitKm }: About<'distance'>): string {
  if (location === 'download') return m.matchmaking_distance_download()
  if (km === null) return m.matchmaking_distance_online()
  const distance = formatKm(km)
  const limit = limitKm === null ? null : formatKm(limitKm)
  if (location === 'at-school') {
    return fits || limit === null
      ? m.matchmaking_distance_comes({ distance })
      : m.matchmaking_distance_comes_not({ distance, limit })
  }
  return limit === null
    ? m.matchmaking_distance({ distance })
    : m.matchmaking_distance_wished({ distance, limit })
}

function weekdayText({ fits, days, notDays }: About<'weekdays'>): string {
  if (!fits) return m.matchmaking_weekdays_differ({ days: formatDays(days) })
  return notDays.length === 0
    ? m.matchmaking_weekdays_fit({ days: formatDays(days) })
    : m.matchmaking_weekdays_some({ days: formatDays(days), not: formatDays(notDays) })
}

function placesText({ fits, open, groups }: About<'places'>): string {
  if (open <= 0) return m.matchmaking_places_none()
  if (fits) return m.matchmaking_places({ count: open, shown: formatNumber(open) })
  return m.matchmaking_places_fewer({ count: open, shown: formatNumber(open), groups })
}

const topicNames = (ids: readonly string[], topics: Topics) =>
  ids.map((id) => {
    const topic = topics.find((one) => one.id === id)
    return topic ? topicWord(topic).toLowerCase() : id
  })

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words)
}

function anyOf(words: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'disjunction' }).format(words)
}

const RULE_WORD: Record<Rule, (figures: { count: number; shown: string }) => string> = {
  level: m.matchmaking_removed_level,
  kind: m.matchmaking_removed_kind,
  topic: m.matchmaking_removed_topic,
  travel: m.matchmaking_removed_travel,
  region: m.matchmaking_removed_region,
  'group-size': m.matchmaking_removed_group,
  language: m.matchmaking_removed_language,
  period: m.matchmaking_removed_period,
  weekdays: m.matchmaking_removed_weekdays,
  places: m.matchmaking_removed_places,
}

/** Which rules took how many offers away, most first, and how many would fit if that one wish were wider. */
export function RemovedRules({ removed }: { readonly removed: Readonly<Record<Rule, Removed>> }) {
  const rules = (Object.entries(removed) as [Rule, Removed][])
    .filter(([, { broken }]) => broken > 0)
    .sort(([, a], [, b]) => b.broken - a.broken)
  if (rules.length === 0) return null
  return (
    <ul className="list-disc pl-5 text-sm">
      {rules.map(([rule, { broken, alone }]) => (
        <li key={rule}>
          {RULE_WORD[rule]({ count: broken, shown: formatNumber(broken) })}
          {alone > 0 ? ` ${m.matchmaking_removed_alone({ count: alone, shown: formatNumber(alone) })}` : ''}
        </li>
      ))}
    </ul>
  )
}
