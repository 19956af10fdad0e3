// The country as three small drawings that pages show with <use>: land with the borders of regions, municipalities, and a
// dot for every school. No colours: those are the page's.
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { FRAME_HEIGHT, FRAME_WIDTH, onFrame } from '~/components/country-frame'

type Layers = { readonly municipalities: GeometryCollection; readonly amr: GeometryCollection }
type Corner = readonly [x: number, y: number]

/** @param root folder of the project. @returns the text of each drawing by the name of its file. */
export function countryDrawings(root: string): Record<string, string> {
  const topology: Topology<Layers & Record<string, never>> = JSON.parse(
    fs.readFileSync(path.join(root, 'public/geo/nl.topojson'), 'utf8'),
  )
  const { municipalities, amr } = topology.objects
  const outline = mesh(topology, municipalities, (a, b) => a === b)
  const regions = mesh(topology, amr, (a, b) => a !== b)
  const inner = mesh(topology, municipalities, (a, b) => a !== b)
  return {
    'country.svg': svg({
      land: lines(outline.coordinates as number[][][], true),
      regions: lines(regions.coordinates as number[][][], false),
    }),
    'municipalities.svg': svg({ municipalities: lines(inner.coordinates as number[][][], false) }),
    'schools.svg': svg({ schools: dots(schools(root)) }),
  }
}

function svg(paths: Readonly<Record<string, string>>): string {
  const drawn = Object.entries(paths).map(
    ([id, d]) => `<path id="${id}" fill-rule="evenodd" vector-effect="non-scaling-stroke" d="${d}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME_WIDTH} ${FRAME_HEIGHT}">${drawn.join('')}</svg>\n`
}

function corner([lng = 0, lat = 0]: readonly number[]): Corner {
  const { x, y } = onFrame({ lat, lng })
  return [Math.round(x), Math.round(y)]
}

/** Corners relative to the one before; those that fall together become one. */
function lines(all: readonly (readonly (readonly number[])[])[], closed: boolean): string {
  return all
    .map((line) => {
      const corners = line.map(corner)
      const [first] = corners
      if (!first) return ''
      let text = `M${first[0]} ${first[1]}l`
      let [x, y] = first
      for (const [nextX, nextY] of corners.slice(1)) {
        if (nextX === x && nextY === y) continue
        text += `${text.endsWith('l') ? '' : ' '}${nextX - x} ${nextY - y}`
        x = nextX
        y = nextY
      }
      return text.endsWith('l') ? '' : closed ? `${text}z` : text
    })
    .join('')
}

/** One zero-length line per dot; a round line end makes it visible. */
function dots(points: readonly Corner[]): string {
  const unique = [...new Map(points.map((point) => [point.join(), point])).values()]
  unique.sort(([ax, ay], [bx, by]) => Math.floor(ay / 20) - Math.floor(by / 20) || ax - bx || ay - by)
  let [x, y] = [0, 0]
  return unique
    .map(([nextX, nextY], i) => {
      const step = `${i === 0 ? 'M' : 'm'}${nextX - x} ${nextY - y}h0`
      ;[x, y] = [nextX, nextY]
      return step
    })
    .join('')
}

function schools(root: string): Corner[] {
  const rows: Record<string, string>[] = parse(
    fs.readFileSync(path.join(root, 'prisma/seed/data/schools.csv'), 'utf8'),
    { columns: true },
  )
  return rows.filter(({ lat, lng }) => lat && lng).map(({ lat, lng }) => corner([Number(lng), Number(lat)]))
}
