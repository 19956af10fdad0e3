import { expect, test } from 'vitest'
import { fakeClamd } from '../../../tests/setup/fake-clamd'
import { makeClamdScan } from './virus-scan.server'

test('the whole content goes to the scanner in parts, and its word comes back', async () => {
  const clamd = await fakeClamd()
  const scan = makeClamdScan(clamd.address)
  expect(await scan(Buffer.alloc(200_000, 'a'))).toBe('clean')
  expect(await scan(Buffer.from(`${'b'.repeat(70_000)}EICAR`))).toBe('infected')
  expect(clamd.asked).toEqual([200_000, 70_005])
})

test('an answer that says neither is none', async () => {
  const clamd = await fakeClamd()
  clamd.answerWith('INSTREAM size limit exceeded. ERROR')
  await expect(makeClamdScan(clamd.address)(Buffer.from('x'))).rejects.toThrow('size limit exceeded')
})

test('a scanner that is not there is said', async () => {
  await expect(makeClamdScan('tcp://127.0.0.1:1')(Buffer.from('x'))).rejects.toThrow('ECONNREFUSED')
})
