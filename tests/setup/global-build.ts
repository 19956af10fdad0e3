/** Global set-up of the route tests: the production build of what stands in the tree now. */
import type { TestProject } from 'vitest/node'
import { ensureBuild } from '../../scripts/lib/build.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    build: { readonly server: string; readonly assets: string }
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const { server, assets } = await ensureBuild()
  project.provide('build', { server, assets })
}
