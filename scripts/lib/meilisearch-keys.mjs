// Two narrow keys out of the master key: one that may only search, for the web server, one that may only write, for the
// worker. Made once: the same name has the same key. Node's own modules only.

/** Given by us, so that asking again finds them. */
const UIDS = { search: '7d1f0c52-52a4-4d7b-9c61-0f3a5e2b8a01', write: '7d1f0c52-52a4-4d7b-9c61-0f3a5e2b8a02' }
const ACTIONS = {
  search: ['search', 'stats.get', 'version'],
  write: [
    'documents.add',
    'documents.get',
    'documents.delete',
    'indexes.create',
    'indexes.get',
    'indexes.delete',
    'indexes.swap',
    'settings.update',
    'tasks.get',
    'stats.get',
    'version',
  ],
}

/**
 * @param {{ url: string, masterKey: string }} access
 * @returns {Promise<{ MEILI_SEARCH_KEY: string, MEILI_WRITE_KEY: string }>}
 * @throws Error when the server does not answer, or the key is not its master key.
 */
export async function narrowKeys({ url, masterKey }) {
  const [MEILI_SEARCH_KEY, MEILI_WRITE_KEY] = await Promise.all(
    ['search', 'write'].map((name) => ensureKey({ url, masterKey, name })),
  )
  return { MEILI_SEARCH_KEY, MEILI_WRITE_KEY }
}

async function ensureKey({ url, masterKey, name }) {
  const ask = async (path, options = {}) => {
    const answer = await fetch(new URL(path, `${url.replace(/\/+$/, '')}/`), {
      ...options,
      headers: { Authorization: `Bearer ${masterKey}`, 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
    })
    return { status: answer.status, body: await answer.json().catch(() => ({})) }
  }
  const known = await ask(`keys/${UIDS[name]}`)
  const same = (a, b) => [...a].sort().join() === [...b].sort().join()
  if (known.status === 200 && same(known.body.actions, ACTIONS[name])) return known.body.key
  // Actions cannot be changed: a release that needs others makes the key anew.
  if (known.status === 200) await ask(`keys/${UIDS[name]}`, { method: 'DELETE' })
  const made = await ask('keys', {
    method: 'POST',
    body: JSON.stringify({
      uid: UIDS[name],
      name: `Schakel: ${name} only`,
      actions: ACTIONS[name],
      indexes: ['*'],
      expiresAt: null,
    }),
  })
  // Two that start at once: the other one has made it.
  if (made.status === 409) return ensureKey({ url, masterKey, name })
  if (made.status !== 201)
    throw new Error(`Meilisearch gives no key to ${name}: ${made.body.message ?? made.status}`)
  return made.body.key
}
