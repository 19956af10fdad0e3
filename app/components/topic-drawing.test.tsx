import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TopicDrawing } from './topic-drawing'

const draw = (topicId: string, seed: string, wide = false) =>
  renderToStaticMarkup(<TopicDrawing topicId={topicId} seed={seed} wide={wide} />)

test('the same offer is drawn the same, another one otherwise', () => {
  for (const topic of [
    'robotica.robots',
    'maakindustrie',
    'energie',
    'water',
    'bouw',
    'chemie',
    'unknown',
    '',
  ]) {
    expect(draw(topic, 'a')).toBe(draw(topic, 'a'))
    expect(new Set('abcdefgh'.split('').map((seed) => draw(topic, seed))).size).toBeGreaterThan(1)
    expect(draw(topic, 'a', true)).not.toMatch(/NaN|undefined/)
  }
})

test('says nothing to a screen reader', () => {
  expect(draw('robotica', 'a')).toMatch(/^<svg aria-hidden="true"/)
})
