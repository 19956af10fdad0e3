import pg from 'pg'

/**
 * @param {{ url(database?: string): string }} server
 * @returns {Promise<string>} the address of that database, made when it was not there.
 */
export async function ensureDatabase(server, name) {
  const admin = new pg.Client({ connectionString: server.url() })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`)
  } finally {
    await admin.end()
  }
  return server.url(name)
}
