// `npm run search:keys`: prints MEILI_SEARCH_KEY and MEILI_WRITE_KEY, made from MEILI_MASTER_KEY at MEILI_URL.
import { narrowKeys } from './lib/meilisearch-keys.mjs'

const { MEILI_URL: url, MEILI_MASTER_KEY: masterKey } = process.env
if (!url || !masterKey) {
  console.error('Set MEILI_URL and MEILI_MASTER_KEY.')
  process.exitCode = 1
} else
  try {
    for (const [name, key] of Object.entries(await narrowKeys({ url, masterKey })))
      console.log(`${name}=${key}`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
