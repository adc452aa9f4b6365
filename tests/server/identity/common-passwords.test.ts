import { expect, it } from 'vitest'
import { refuseCommon } from '../../../server/identity/common-passwords.ts'

const known = ['Kowalski i Wspólnicy Sp. z o.o.', 'Łucja Dąbrowska', 'biuro@kowalski-meble.example']
const isRefused = (password: string) => {
  try {
    refuseCommon(password, known)
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'common-password' })
    return true
  }
}

it.each([
  ...['password', 'haslo123', 'Haslo123!', 'Hasło123!', 'H@slo2026', 'haslohaslo1', '!!Warszawa44', 'Kasia-1990'],
  ...['Kowalski2026', 'KowalskiIWspolnicy1', 'lucja1985', 'Dąbrowska!2', 'kowalski-meble', 'Kowalskimeble.example7'],
])('refuses %s', password => {
  expect(isRefused(password)).toBe(true)
})

it.each([
  'cztery zwykłe słowa razem',
  'Hasło-Anny-17',
  'Tajne hasło 1',
  'zielony7Kowalski',
  '1234-sp-5678',
  'Bardzo-dlugie-haslo-17',
])('lets %s be', password => {
  expect(isRefused(password)).toBe(false)
})
