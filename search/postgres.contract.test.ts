import { makeEngine } from '~/platform/search/search-engine.server'
import { testDatabase } from '../tests/setup/database'
import { describeEngine } from './contract'

describeEngine('PostgreSQL', async () => makeEngine((await testDatabase()).pool))
