import { TopicDrawing } from '~/components/topic-drawing'
import { Specimen } from './specimen'

const COLOURS = [
  ['ground', 'bg-ground'],
  ['surface', 'bg-surface'],
  ['sunken', 'bg-sunken'],
  ['ink', 'bg-ink'],
  ['ink-soft', 'bg-ink-soft'],
  ['line-strong', 'bg-line-strong'],
  ['act', 'bg-act'],
  ['act-soft', 'bg-act-soft'],
  ['need', 'bg-need'],
  ['need-soft', 'bg-need-soft'],
  ['hold', 'bg-hold'],
  ['hold-soft', 'bg-hold-soft'],
  ['danger', 'bg-danger'],
  ['danger-soft', 'bg-danger-soft'],
  ['info', 'bg-info'],
  ['info-soft', 'bg-info-soft'],
] as const

const TOPICS = ['robotica', 'maakindustrie', 'energie', 'water', 'bouw', 'chemie'] as const

export function Tokens() {
  return (
    <div className="mt-4 space-y-4">
      <Specimen name="Colour">
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-8">
          {COLOURS.map(([name, look]) => (
            <li key={name} className="text-sm">
              <span aria-hidden className={`block h-9 rounded-md border border-line-strong ${look}`} />
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Topic drawings">
        <ul className="grid grid-cols-2 gap-3 lg:grid-cols-6">
          {TOPICS.map((topic) => (
            <li key={topic} className="text-sm">
              <TopicDrawing topicId={topic} seed={topic} className="h-20 w-full rounded-md" />
              {topic}
            </li>
          ))}
        </ul>
        <TopicDrawing topicId="robotica" seed="wide" wide className="h-24 w-full rounded-md" />
      </Specimen>
      <Specimen name="Type">
        <p className="text-3xl font-[750]">3xl Een les met een echt bedrijf</p>
        <p className="text-2xl font-[750]">2xl Lasrobots in de testhal</p>
        <p className="text-xl font-[750]">xl Wat gaan leerlingen doen?</p>
        <p className="text-lg">lg Bezoek aan een robotintegrator met een veiligheidsopdracht.</p>
        <p>base De palletiseerder stapelt kratjes precies zoals jullie dat met houten blokjes deden.</p>
        <p className="text-sm text-ink-soft">sm Haverlijn Robotsystemen, Almelo</p>
        <p className="text-xs text-ink-soft">xs Kaart: CBS / Kadaster</p>
      </Specimen>
    </div>
  )
}
