import { expect, test } from 'vitest'
import { testApp } from '../setup/app'

const app = await testApp()

test('a page is answered, with the number of statements it cost', async () => {
  const answer = await app.client().get('/offers')
  expect(answer.status).toBe(200)
  expect(Number(answer.headers.get('x-query-count'))).toBeGreaterThan(0)
})

test('a page that does not exist answers 404', async () => {
  expect((await app.client().get('/not-there')).status).toBe(404)
})

test('a form of another site is refused', async () => {
  const answer = await app.client().post('/offers', {}, { Origin: 'https://evil.example' })
  expect(answer.status).toBe(403)
})

test('a chosen language is kept by the client', async () => {
  const client = app.client()
  expect((await client.get('/offers?lang=en')).text).toContain('<html lang="en"')
  expect((await client.get('/offers')).text).toContain('<html lang="en"')
})
