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
  readonly className?: string
}

export function TopicDrawing({ topicId, seed, className = '' }: Props) {
  const family = FAMILY[topicId.split('.')[0] ?? ''] ?? 'circuit'
  const random = randomOf(seed)
  return (
    <svg
      aria-hidden
      viewBox="0 0 400 110"
      preserveAspectRatio="xMidYMid slice"
      className={`block bg-act-soft ${className}`}
      fill="none"
      strokeWidth={2.5}
    >
      {DRAW[family](random)}
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

const DRAW: Record<Family, (random: Random) => ReactNode> = {
  circuit: (random) => {
    const shift = Math.round(random() * 40) - 20
    const closed = Math.floor(random() * 4)
    return range(4).map((i) => {
      const y = 18 + i * 20
      const turn = 150 + shift - i * 18
      const end = 178 + shift + (i % 2) * 12
      const far = end + (i === closed ? 34 : 40)
      const isClosed = i === closed
      return (
        <g key={i}>
          <path className={act} d={`M0 ${y}H${turn}l14 14H${end}`} />
          <path className="stroke-need opacity-70" d={`M400 ${y}H${far + 44}l-14 14H${far}`} />
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
  rings: (random) => {
    const x = 110 + random() * 120
    return (
      <>
        {[16, 30, 46, 64].map((r) => (
          <circle key={r} className={act} cx={x} cy={55} r={r} />
        ))}
        <path className={act} strokeDasharray="14 5 3 5" d={`M0 55H400M${x} 0V110`} />
        {range(9).map((i) => (
          <path key={i} className={act} d={`M${270 + i * 16} 110l60-60`} />
        ))}
        <circle className="fill-need" cx={x} cy={55} r={6} />
      </>
    )
  },
  arcs: (random) => {
    const x = 160 + random() * 120
    return (
      <>
        {range(8).map((i) => (
          <circle key={i} className={act} cx={x} cy={112} r={26 + i * 24} />
        ))}
        <circle className="fill-need" cx={x} cy={110} r={12} />
      </>
    )
  },
  waves: (random) => {
    const phase = Math.round(random() * 30)
    return (
      <>
        {range(6).map((i) => (
          <path
            key={i}
            className={act}
            d={`M${-60 + ((phase + i * 13) % 40)} ${14 + i * 18}${range(13)
              .map(() => 'q10 -11 20 0t20 0')
              .join('')}`}
          />
        ))}
        <circle className="fill-act-soft stroke-need" cx={220 + random() * 120} cy={42} r={8} />
      </>
    )
  },
  bricks: (random) => {
    const row = Math.floor(random() * 4)
    const column = 2 + Math.floor(random() * 4)
    return (
      <>
        <rect className="fill-need" x={column * 60 - (row % 2) * 30} y={row * 28} width={60} height={28} />
        {range(5).map((y) => (
          <g key={y} className={act}>
            <path d={`M0 ${y * 28}H400`} />
            {range(8).map((x) => (
              <path key={x} d={`M${x * 60 - (y % 2) * 30} ${y * 28}v28`} />
            ))}
          </g>
        ))}
      </>
    )
  },
  hexagons: (random) => {
    const hex = (x: number, y: number) => `M${x - 38} ${y}l19-33h38l19 33-19 33h-38z`
    const at = 1 + Math.floor(random() * 3)
    return (
      <>
        {range(5).flatMap((column) =>
          range(3).map((row) => (
            <path
              key={`${column}-${row}`}
              className={act}
              d={hex(20 + column * 57 * 1.6, row * 66 - (column % 2) * 33)}
            />
          )),
        )}
        <circle className="fill-need" cx={20 + at * 91} cy={66 - (at % 2) * 33} r={7} />
      </>
    )
  },
}
