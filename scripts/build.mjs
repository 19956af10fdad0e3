// `npm run build`: the pages for production, for `npm start` to take.
import { prepare } from './prepare.mjs'

await prepare({ log: console.log })
const { choose, ensureBuild } = await import('./lib/build.mjs')
const build = await ensureBuild({ log: console.log })
choose(build)
console.log(`Built: ${build.folder}`)
