import { defineConfig } from 'prisma/config'

// The address is only needed by `migrate`; scripts/prisma.mjs sets it and the schema engine.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unused' },
})
