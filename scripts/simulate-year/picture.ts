/** The served share per policy and scarcity as bars, for docs/simulation.md. */
type Line = {
  readonly policy: string
  readonly scarcity: number
  readonly served: number
  readonly vsFcfs: number
}

const [WIDTH, HEIGHT, LEFT, BASE, TOP] = [760, 330, 46, 270, 40]
const COLOURS: Readonly<Record<string, string>> = {
  fcfs: '#9aa5b1',
  greedy: '#c9a227',
  'rounds-weekly': '#1f6f8b',
  'rounds-monthly': '#0b3c49',
  'rounds-late': '#b3541e',
}

/** @returns an SVG with a title and a description; bars from 0 to 100 %. */
export function pictureOf(lines: readonly Line[]): string {
  const scarcities = [...new Set(lines.map((line) => line.scarcity))]
  const group = (WIDTH - LEFT - 10) / Math.max(1, scarcities.length)
  const y = (share: number) => BASE - share * (BASE - TOP)
  const bars = scarcities.flatMap((scarcity, g) => {
    const own = lines.filter((line) => line.scarcity === scarcity)
    const width = (group - 30) / Math.max(1, own.length)
    return [
      `<text x="${LEFT + g * group + group / 2}" y="${BASE + 18}" text-anchor="middle">${scarcity} places per request</text>`,
      ...own.map((line, i) => {
        const x = LEFT + 15 + g * group + i * width
        const label = `${(100 * line.served).toFixed(1)}`
        return `<rect x="${x}" y="${y(line.served)}" width="${width - 4}" height="${BASE - y(line.served)}" fill="${COLOURS[line.policy] ?? '#666'}"/><text x="${x + width / 2 - 2}" y="${y(line.served) - 4}" text-anchor="middle">${label}</text>`
      }),
    ]
  })
  const axis = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${y(share)}" y2="${y(share)}" stroke="#d5dae0"/><text x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${100 * share}%</text>`,
  )
  const key = Object.entries(COLOURS).map(
    ([policy, colour], i) =>
      `<rect x="${LEFT + 10 + i * 140}" y="${HEIGHT - 26}" width="12" height="12" fill="${colour}"/><text x="${LEFT + 28 + i * 140}" y="${HEIGHT - 16}">${policy}</text>`,
  )
  const summary = lines
    .map((l) => `${l.policy} at ${l.scarcity}: ${(100 * l.served).toFixed(1)} %`)
    .join('; ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1f2933">
<title>Share of requests served, by policy</title>
<desc>${summary}</desc>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${LEFT}" y="22" font-size="15" font-weight="600">Share of requests served in a simulated school year, mean of three seeds</text>
${[...axis, ...bars, ...key].join('\n')}
</svg>
`
}
