#!/usr/bin/env node
// Speaks the Prisma schema-engine protocol (JSON-RPC 2.0, one message per line on stdio) on top of
// @prisma/schema-engine-wasm + @prisma/adapter-pg, so that the Prisma CLI needs no binary download.
// Use: PRISMA_SCHEMA_ENGINE_BINARY=/abs/path/scripts/schema-engine.mjs npx prisma migrate deploy
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: '',
  set_message(m) {
    this.message = m
  },
}
const require = createRequire(import.meta.url)
const argv = process.argv.slice(2)
const opt = (name) => {
  const i = argv.indexOf(name)
  return i >= 0 ? argv[i + 1] : undefined
}
const optAll = (name) => argv.flatMap((a, i) => (a === name ? [argv[i + 1]] : []))

async function loadWasm() {
  const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bg = await import(pathToFileURL(glue).href)
  const bytes = readFileSync(glue.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bg })
  bg.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return bg
}
function log(level, message, extra = {}) {
  process.stderr.write(
    `${JSON.stringify({
      timestamp: new Date().toISOString(),
      level,
      fields: { message, ...extra },
      target: 'schema_engine::logger',
    })}\n`,
  )
}

if (argv.includes('--version')) {
  const v = JSON.parse(
    readFileSync(
      require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/[^/\\]+$/, 'package.json'),
      'utf8',
    ),
  ).version
  console.log(`schema-engine-wasm ${v.split('.').pop()}`)
  process.exit(0)
}
const url = JSON.parse(opt('--datasource') ?? '{}').url

if (argv.includes('cli')) {
  const command = argv[argv.indexOf('cli') + 1]
  const target = new URL(url)
  const db = decodeURIComponent(target.pathname.slice(1))
  try {
    if (command === 'can-connect-to-database') {
      const c = new pg.Client({ connectionString: url })
      await c.connect()
      await c.end()
    } else {
      target.pathname = '/postgres'
      const c = new pg.Client({ connectionString: target.href })
      await c.connect()
      const id = pg.escapeIdentifier(db)
      if (command === 'create-database') await c.query(`CREATE DATABASE ${id}`)
      else if (command === 'drop-database') await c.query(`DROP DATABASE ${id}`)
      else throw new Error(`unknown command ${command}`)
      await c.end()
    }
    log('INFO', 'ok')
    process.exit(0)
  } catch (e) {
    const code = e.code === '3D000' ? 'P1003' : e.code === '28P01' ? 'P1000' : 'P1001'
    process.stderr.write('\n')
    log('ERROR', e.message || String(e.code), { error_code: code, is_panic: false })
    process.exit(1)
  }
}

// @prisma/adapter-pg 7.10 is made for the client, not for the schema engine: it does not know the
// catalog type "char" (oid 18) and splits scripts at every ';' (breaks $$ bodies). Repair both.
const QCHAR = 18
function repair(adapter) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const chars = []
    adapter.performIO = async (q) => {
      const result = await performIO(q)
      result.fields.forEach((f, i) => {
        if (f.dataTypeID === QCHAR) {
          chars.push(i)
          f.dataTypeID = 25
        }
      })
      return result
    }
    const result = await queryRaw(query)
    for (const i of chars) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (e) {
      adapter.onError(e)
    }
  }
  return adapter
}
// adapter-pg's own connectToShadowDb() lets `connectionString` win over the shadow database's name,
// i.e. it would replay the migrations on the MAIN database. So make the shadow database here.
async function admin(sql) {
  const c = new pg.Client({ connectionString: url })
  await c.connect()
  try {
    await c.query(sql)
  } finally {
    await c.end()
  }
}
async function connectToShadowDb() {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  await admin(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  const shadow = new URL(url)
  shadow.pathname = `/${name}`
  const adapter = repair(await new PrismaPg({ connectionString: shadow.href }).connect())
  const dispose = adapter.dispose.bind(adapter)
  adapter.dispose = async () => {
    await dispose()
    await admin(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  }
  return adapter
}
function migrationFactory(base) {
  return {
    provider: base.provider,
    adapterName: base.adapterName,
    connect: async () => repair(await base.connect()),
    connectToShadowDb,
  }
}

// One engine per request, so that no state of an earlier request can matter.
let wasm
async function engine() {
  wasm ??= loadWasm()
  const { SchemaEngine } = await wasm
  const datamodels = optAll('--datamodels').map((p) => [p, readFileSync(p, 'utf8')])
  const factory = bindMigrationAwareSqlAdapterFactory(
    migrationFactory(new PrismaPg({ connectionString: url })),
  )
  return SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    (m) => process.env.SCHEMA_ENGINE_DEBUG && process.stderr.write(`${String(m)}\n`),
    factory,
  )
}
const MAP = { getDatabaseVersion: 'version' }
const send = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...m })}\n`)
const rl = createInterface({ input: process.stdin, crlfDelay: Infinity })
let chain = Promise.resolve()
rl.on('line', (line) => {
  if (!line.trim()) return
  const req = JSON.parse(line)
  if (!req.method) return // an answer to our own 'print'
  chain = chain.then(async () => {
    try {
      const e = await engine()
      const name = MAP[req.method] ?? req.method
      if (process.env.SCHEMA_ENGINE_DEBUG) log('DEBUG', line)
      // In the wasm engine these two reach the shadow database only through the cache that devDiagnostic fills.
      if (name === 'evaluateDataLoss' || name === 'createMigration') {
        await e.devDiagnostic({ migrationsList: req.params.migrationsList, filters: req.params.filters })
      }
      const result = await e[name](req.params ?? {})
      if (req.method === 'diff' && result?.stdout != null) {
        send({ method: 'print', params: { content: result.stdout }, id: 1e9 })
      }
      send({ result: result ?? null, id: req.id })
    } catch (err) {
      if (process.env.SCHEMA_ENGINE_DEBUG) console.error(err)
      send({
        error: {
          code: 4466,
          message: 'An error happened. Check the data field for details.',
          data: {
            is_panic: false,
            message: globalThis.PRISMA_WASM_PANIC_REGISTRY.message || (err?.message ?? String(err)),
            error_code: err?.code ?? null,
            meta: err?.meta ?? null,
          },
        },
        id: req.id,
      })
    }
  })
})
rl.on('close', () => chain.finally(() => process.exit(0)))
process.on('SIGTERM', () => process.exit(0))
