import { expect, test } from 'vitest'
import { weaknessOf } from './password-rule'

const ABOUT = ['Sanne de Wit', 'sanne.dewit@noordercollege.example']

test.each([
  'vier losse woorden samen',
  'rain falls on green roofs',
  'De school in Almelo heeft 3 lokalen',
  'xK9#mQ2$vL7&',
  'пять зелёных слонов',
  '正確な馬のバッテリー ホッチキス',
  'sannes kat slaapt op zolder',
  'hunter2 jaagt op konijnen',
])('%s will do', (password) => {
  expect(weaknessOf(password, ABOUT)).toBeNull()
})

test.each([
  'password1234',
  'Passw0rd2026!',
  'Wachtwoord123!',
  'welkomwelkom',
  'Welkom2026!!',
  'qwertyuiop12',
  '123456789012',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'ababababababab',
  'Schakel-2026!',
  'zomer2026zomer',
  '1q2w3e4r5t6y',
  '            ',
])('%s is what guessers try first', (password) => {
  expect(weaknessOf(password, ABOUT)).toBe('simple')
})

test.each(['Sanne Dewit 1', 'noordercollege', 'NoorderCollege12!', 'sanne.dewit.1'])(
  '%s says who it is',
  (password) => {
    expect(weaknessOf(password, ABOUT)).toBe('personal')
  },
)
