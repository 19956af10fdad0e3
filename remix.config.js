// scripts/lib/build.mjs gives each build a folder of its own, so that a new one never pulls files from under a server
// that still runs on the one before.
const server = process.env.REMIX_SERVER_FOLDER ?? 'build'
const assets = process.env.REMIX_ASSETS_FOLDER ?? 'public/build'

/** @type {import('@remix-run/dev').AppConfig} */
export default {
  appDirectory: 'app',
  assetsBuildDirectory: assets,
  publicPath: '/build/',
  serverBuildPath: `${server}/index.js`,
  serverModuleFormat: 'esm',
  serverPlatform: 'node',
  // Tailwind runs as a PostCSS plugin (postcss.config.js): the built-in switch knows version 3 only.
  tailwind: false,
  postcss: true,
  ignoredRouteFiles: ['**/.*', '**/*.test.{ts,tsx}'],
  watchPaths: ['./search'],
  serverDependenciesToBundle: [/^supercluster/, /^kdbush/],
  future: {
    v3_fetcherPersist: true,
    // All routes are known from the start: a fetch and a navigation that discover theirs at the same moment end in
    // "this page is not there".
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
