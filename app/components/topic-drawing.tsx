/** Own drawings by topic, seeded by an id so that each offer has its own and always the same. Decoration. */
import type { ReactNode } from 'react'

type Family = 'circuit' | 'rings' | 'arcs' | 'waves' | 'bricks' | 'hexagons'

const FAMILY: Readonly<Record<string, Family>> = {
  robotica: 'circuit',
  ict: 'circuit',
  creatief: 'bricks',
  maakindustrie: 'rings',
  mobiliteit: 'rings',
  logistiek: 'rings',
  energie: 'arcs',
  natuurwetenschap: 'hexagons',
  water: 'waves',
  agrifood: 'waves',
  circulair: 'waves',
  bouw: 'bricks',
  loopbaan: 'circuit',
  veiligheid: 'arcs',
  chemie: 'hexagons',
  zorg: 'hexagons',
}

type Props = {
  /** Topic or its parent, e.g. `robotica.robots`. */
  readonly topicId: string
  readonly seed: string
  /** As a band across a page instead of on top of a card. */
  readonly wide?: boolean
  readonly className?: string
}

const HEIGHT = 110
const CARD_WIDTH = 560
const BAND_WIDTH = 700

export function TopicDrawing({ topicId, seed, wide = false, className = '' }: Props) {
  const family = FAMILY[topicId.split('.')[0] ?? ''] ?? 'circuit'
  const width = wide ? BAND_WIDTH : CARD_WIDTH
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      className={`block bg-act-soft ${className}`}
      fill="none"
      strokeWidth={2.5}
    >
      {DRAW[family](randomOf(seed), width)}
    </svg>
  )
}

type Random = () => number

/** Small, seeded (Mulberry32, T. Ettinger): the same id draws the same on the server and in the browser. */
function randomOf(seed: string): Random {
  let state = 0
  for (const letter of seed) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const act = 'stroke-act opacity-70'

const DRAW: Record<Family, (random: Random, width: number) => ReactNode> = {
  circuit: (random, width) => {
    const middle = width / 2 + Math.round(random() * 60) - 30
    const closed = Math.floor(random() * 4)
    return range(4).map((i) => {
      const y = 17 + i * 20
      const end = middle - 24 + (i % 2) * 14
      const far = end + (i === closed ? 30 : 40)
      const turn = end - 26 - Math.abs(i - 1.5) * 16
      const back = far + 26 + Math.abs(i - 1.5) * 16
      const isClosed = i === closed
      return (
        <g key={i}>
          <path className={act} d={`M0 ${y}H${turn}l14 14H${end}`} />
          <path className="stroke-need opacity-70" d={`M${width} ${y}H${back + 14}l-14 14H${far}`} />
          {isClosed ? (
            <path className="stroke-act" strokeWidth={4} d={`M${end + 6} ${y + 14}H${far - 6}`} />
          ) : null}
          <circle
            className={`stroke-act ${isClosed ? 'fill-act' : 'fill-act-soft'}`}
            cx={end}
            cy={y + 14}
            r={5.5}
          />
          <circle
            className={`stroke-need ${isClosed ? 'fill-need' : 'fill-act-soft'}`}
            cx={far}
            cy={y + 14}
            r={5.5}
          />
        </g>
      )
    })
  },
  rings: (random, width) => {
    const x = width * (0.25 + random() * 0.3)
    return (
      <>
        {[16, 30, 46, 64].map((r) => (
          <circle key={r} className={act} cx={x} cy={55} r={r} />
        ))}
        <path className={act} strokeDasharray="14 5 3 5" d={`M0 55H${width}M${x} 0V110`} />
        {range(9).map((i) => (
          <path key={i} className={act} d={`M${width - 130 + i * 16} 110l60-60`} />
        ))}
        <circle className="fill-need" cx={x} cy={55} r={6} />
      </>
    )
  },
  arcs: (random, width) => {
    const x = width * (0.4 + random() * 0.3)
    return (
      <>
        {range(Math.ceil(width / 48)).map((i) => (
          <circle key={i} className={act} cx={x} cy={112} r={26 + i * 24} />
        ))}
        <circle className="fill-need" cx={x} cy={110} r={12} />
      </>
    )
  },
  waves: (random, width) => {
    const phase = Math.round(random() * 30)
    const crests = 'q10 -11 20 0t20 0'.repeat(Math.ceil(width / 40) + 3)
    return (
      <>
        {range(6).map((i) => (
          <path key={i} className={act} d={`M${-60 + ((phase + i * 13) % 40)} ${14 + i * 18}${crests}`} />
        ))}
        <circle className="fill-act-soft stroke-need" cx={width * (0.5 + random() * 0.3)} cy={42} r={8} />
      </>
    )
  },
  bricks: (random, width) => {
    const across = Math.ceil(width / 60) + 1
    const row = Math.floor(random() * 4)
    const column = 2 + Math.floor(random() * (across - 5))
    return (
      <>
        <rect className="fill-need" x={column * 60 - (row % 2) * 30} y={row * 28} width={60} height={28} />
        {range(5).map((y) => (
          <g key={y} className={act}>
            <path d={`M0 ${y * 28}H${width}`} />
            {range(across).map((x) => (
              <path key={x} d={`M${x * 60 - (y % 2) * 30} ${y * 28}v28`} />
            ))}
          </g>
        ))}
      </>
    )
  },
  hexagons: (random, width) => {
    const hex = (x: number, y: number) => `M${x - 38} ${y}l19-33h38l19 33-19 33h-38z`
    const across = Math.ceil(width / 91) + 1
    const at = 1 + Math.floor(random() * (across - 2))
    return (
      <>
        {range(across).flatMap((column) =>
          range(3).map((row) => (
            <path
              key={`${column}-${row}`}
              className={act}
              d={hex(20 + column * 91, row * 66 - (column % 2) * 33)}
            />
          )),
        )}
        <circle className="fill-need" cx={20 + at * 91} cy={66 - (at % 2) * 33} r={7} />
      </>
    )
  },
}
