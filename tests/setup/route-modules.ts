/** The routes as they stand in app/routes: which URL each answers, and whether it reads, writes or shows. */
import fs from 'node:fs'
import path from 'node:path'

const ROUTES = path.resolve(import.meta.dirname, '../../app/routes')

export type RouteModule = {
  /** Name of its folder: `offers.$slug`. */
  readonly id: string
  readonly pattern: RegExp
  readonly isPage: boolean
  readonly hasAction: boolean
}

/** @returns all routes, the most specific URL first. */
export function routeModules(folder = ROUTES): readonly RouteModule[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const file = ['route.tsx', 'route.ts']
        .map((name) => path.join(folder, entry.name, name))
        .find(fs.existsSync)
      if (!file) throw new Error(`app/routes/${entry.name} has no route.tsx or route.ts`)
      const source = fs.readFileSync(file, 'utf8')
      return {
        id: entry.name,
        pattern: patternOf(entry.name),
        isPage: /^export default /m.test(source),
        hasAction: /^export (async )?function action\b/m.test(source),
      }
    })
    .sort((a, b) => weightOf(a.id).localeCompare(weightOf(b.id)))
}

/** @returns the id of the route that answers the path, `undefined` when none does. */
export function routeOf(pathname: string, routes = routeModules()): string | undefined {
  return routes.find((route) => route.pattern.test(pathname))?.id
}

/** Segments of the URL that a flat-route name stands for: `my.organisation_.new` is my/organisation/new. */
function segmentsOf(id: string): string[] {
  return (id.match(/(?:\[[^\]]*\]|[^.])+/g) ?? [])
    .filter((segment) => !segment.startsWith('_'))
    .map((segment) => segment.replace(/_$/, '').replace(/[[\]]/g, ''))
}

function patternOf(id: string): RegExp {
  const parts = segmentsOf(id).map((segment) => {
    if (segment === '$') return '.*'
    if (segment.startsWith('$')) return '[^/]+'
    return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^/${parts.join('/')}/?$`)
}

/** Sorts words before parameters and parameters before the rest of a path. */
function weightOf(id: string): string {
  return segmentsOf(id)
    .map((segment) => (segment === '$' ? '2' : segment.startsWith('$') ? '1' : '0'))
    .join('')
    .padEnd(10, '0')
}
