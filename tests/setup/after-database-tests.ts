import { afterAll } from 'vitest'
import { disposeTestDatabases } from './database'

afterAll(disposeTestDatabases)
