import { type Claim, type ClaimDraft, type Day, dayFromNumber, dayNumber, makeClaim } from '@frown/core/register'
import { systemClaim } from './claims.fixture.ts'

const groups = [
  { id: 'acme', name: 'Acme', partOf: null },
  { id: 'acme-labs', name: 'Acme Labs', partOf: 'acme' },
  { id: 'bureau', name: '=Bureau', partOf: null }
]

function groupClaim(id: string, property: ClaimDraft['property'], value: string): Claim {
  const { id: _, ...draft } = systemClaim(id, property, value)
  return makeClaim({ ...draft, validFrom: '1950-01-01' as Day, subject: { kind: 'group', id: id as never } })
}

/** 60 systems of three groups from 2015 on: every third without compute, every seventh without a date, some alike. */
export function smallRegister(): Claim[] {
  const claims = groups.flatMap(({ id, name, partOf }) => [
    groupClaim(id, 'name', name),
    ...(partOf ? [groupClaim(id, 'partOf', partOf)] : [])
  ])
  for (let n = 0; n < 60; n++) {
    const id = `system-${n}`
    const releasedOn = dayFromNumber(dayNumber('2015-01-01' as Day) + Math.floor(n / 2) * 90)
    const say = (property: ClaimDraft['property'], value: ClaimDraft['value'], rest: Partial<ClaimDraft> = {}) =>
      claims.push(
        systemClaim(id, property, value, { validFrom: n % 7 === 0 ? ('2015-01-01' as Day) : releasedOn, ...rest })
      )
    say('name', n % 10 === 0 ? `Alike, "${Math.floor(n / 20)}"` : `-System ${n}`)
    say(
      'developedBy',
      [groups[n % 3]?.id as string, ...(n % 4 === 0 ? ['bureau'] : [])].filter(
        (one, at, all) => all.indexOf(one) === at
      )
    )
    say('domain', n % 2 === 0 ? ['Language'] : ['Vision', 'Language'])
    if (n % 7 !== 0) say('releasedOn', releasedOn)
    if (n % 3 !== 0) say('trainingComputeFlop', 10 ** (18 + Math.floor(n / 8)) * 1.5, { confidence: 'likely' })
    else say('parameterCount', 1e9 + n)
  }
  return claims
}
