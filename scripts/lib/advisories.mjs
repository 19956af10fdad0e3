/**
 * @param {{ vulnerabilities: Record<string, { via: (string | { url: string, title: string, severity: string, name: string })[] }> }} report
 *   of `npm audit --json`
 * @param {{ url: string, decision: string, until: string }[]} decided
 * @param {Date} now
 * @returns {string[]} one line per advisory that has no decision, or one whose day is over; sorted.
 */
export function judgeAdvisories(report, decided, now) {
  const known = new Map(decided.map((line) => [line.url, line]))
  const found = new Map()
  for (const { via } of Object.values(report.vulnerabilities))
    for (const advisory of via) if (typeof advisory === 'object') found.set(advisory.url, advisory)
  return [...found.values()]
    .flatMap(({ url, name, severity, title }) => {
      const line = known.get(url)
      if (!line) return [`${severity} ${name}: ${title} (${url}): no decision`]
      return new Date(line.until) < now ? [`${severity} ${name}: ${url}: decided until ${line.until}`] : []
    })
    .sort()
}
