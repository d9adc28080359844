/**
 * Prints the tables of docs/forecast.md: what is found at the shipped beliefs, and how far each belief moves it.
 *
 *   node scripts/forecast-figures.ts    takes a minute or two; start day, seed and draws are fixed, so that it prints the same everywhere
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerScenario } from '../packages/core/src/forecast/answer.ts'
import { quantile } from '../packages/core/src/forecast/quantiles.ts'
import { type GroupAssumption, startingGroups } from '../packages/core/src/forecast/starting-groups.ts'
import { waterfall } from '../packages/core/src/forecast/waterfall.ts'
import { type Day, loadLedger, parseManifest, registerAsOf } from '../packages/core/src/register/index.ts'
import {
  distributionsOf,
  loadKernel,
  type ParameterSet,
  type Population,
  parameterDefinitions,
  type RaceSetup,
  type Scenario,
  sweepHere
} from '../packages/core/src/simulation/index.ts'
import { root } from './bring/places.mjs'

const startOn = '2026-07-31' as Day
const seed = 1
const draws = 8192
const swingDraws = 4096

const beliefs: ParameterSet & { groups: GroupAssumption[] } = JSON.parse(read('data/forecast/parameters.json'))
const kernel = await loadKernel()
const tools = { kernel, sweep: sweepHere(kernel) }
const setup = usualSetup()

const refusing = (share: number, who: Population, more: Scenario = {}): Scenario => ({
  refusal: { who, share, startYears: 0, rampYears: 1 },
  ...more
})

await answersTable()
await waterfallTable(0.2)
await waterfallTable(1)
await parametersTable()

async function answersTable(): Promise<void> {
  const rows: [string, Scenario][] = [
    ['20% of the seven leading groups', refusing(0.2, 'leading')],
    ['50% of the seven', refusing(0.5, 'leading')],
    ['all of the seven', refusing(1, 'leading')],
    ['all of the seven, investors following', refusing(1, 'leading', { investorFrown: 1 })],
    ['20% of everyone', refusing(0.2, 'everyone')],
    ['all of everyone', refusing(1, 'everyone')],
    [
      'all of the seven, and a cap of 1e26 FLOP on everyone that is never evaded',
      refusing(1, 'leading', {
        cap: { flop: 1e26, startYears: 0, covered: 'everyone', evasion: 1, evasionGrowth: 0 }
      })
    ]
  ]
  console.log(
    '\n| who refuses | median (50%; 90%), years | compute stands in for people | they complement each other | P(≥ 5 years) | crosses earlier |\n|---|---|---|---|---|---|'
  )
  for (const [what, scenario] of rows) {
    const { delay } = await answer(setup, scenario, draws)
    const { mixed, substitutes, complements } = delay
    const q = mixed.delayYears
    console.log(
      `| ${what} | ${text(q?.p50)} (${text(q?.p25)} to ${text(q?.p75)}; ${text(q?.p05)} to ${text(q?.p95)}) | ${text(substitutes.delayYears?.p50)} | ${text(complements.delayYears?.p50)} | ${percent(mixed.probability?.value)} | ${percent(mixed.backfire)} |`
    )
  }
}

async function waterfallTable(share: number): Promise<void> {
  const found = await waterfall({ setup, draws: 4096, delayYears: 5 }, refusing(share, 'leading'), tools)
  if (!found.ok) throw new Error(found.error.detail)
  const ablated = new Map(found.value.ablations.map(({ id, delayYears }) => [id, delayYears.mixed]))
  console.log(`\n${share * 100}% of the seven\n\n| let in | median delay, years | without it alone |\n|---|---|---|`)
  for (const { id, label, delayYears } of found.value.bars)
    console.log(
      `| ${label} | ${text(delayYears.mixed?.value)} | ${ablated.has(id) ? text(ablated.get(id)?.value) : ''} |`
    )
}

/** Each belief fixed at the 5th and at the 95th percentile of its distribution, all others as they are. */
async function parametersTable(): Promise<void> {
  console.log(
    '\n| parameter | median (90%) | grade | 20% of the seven | all of the seven | all of everyone |\n|---|---|---|---|---|---|'
  )
  for (const { name, grade, distribution } of beliefs.parameters) {
    const values = await drawnValues(name)
    const at = (level: number) => quantile(values, level)
    const [low, high] = [at(0.05), at(0.95)]
    const { label, unit } = parameterDefinitions[name]
    const isFixed = distribution.kind === 'constant'
    const swings: string[] = []
    for (const scenario of [refusing(0.2, 'leading'), refusing(1, 'leading'), refusing(1, 'everyone')]) {
      const medians: string[] = []
      for (const value of isFixed ? [] : [low, high]) {
        const parameters = { ...setup.parameters, [name]: { kind: 'constant', value } as const }
        const { delay } = await answer({ ...setup, parameters }, scenario, swingDraws)
        medians.push(text(delay.mixed.delayYears?.p50))
      }
      swings.push(isFixed ? 'fixed' : medians.join(' → '))
    }
    console.log(
      `| ${label} \`${name}\`, ${unit} | ${text(at(0.5))}${isFixed ? '' : ` (${text(low)} to ${text(high)})`} | ${grade} | ${swings.join(' | ')} |`
    )
  }
}

async function drawnValues(name: ParameterSet['parameters'][number]['name']): Promise<Float64Array> {
  const values = new Float64Array(4096)
  for (let first = 0; first < values.length; first += 256) {
    kernel.sample(setup, first, 256)
    values.set(kernel.values(name), first)
  }
  return values.sort()
}

async function answer(race: RaceSetup, scenario: Scenario, count: number) {
  const found = await answerScenario({ setup: race, draws: count, delayYears: 5 }, scenario, tools)
  if (!found.ok) throw new Error(found.error.detail)
  return found.value
}

function usualSetup(): RaceSetup {
  const files = new Map(readdirSync(join(root, 'data/register')).map(name => [name, read(`data/register/${name}`)]))
  const manifest = parseManifest(files.get('ledger.json') ?? '')
  if (!manifest.ok) throw new Error(manifest.error.detail)
  const claims = loadLedger(manifest.value, files)
  if (!claims.ok) throw new Error(claims.error.detail)
  const field = startingGroups(registerAsOf(claims.value, { knownOn: startOn, trueOn: startOn }), beliefs.groups)
  if (!field.ok) throw new Error(field.error.detail)
  const parameters = distributionsOf(beliefs)
  if (!parameters.ok) throw new Error(parameters.error.detail)
  return { groups: field.value.starts.map(({ group }) => group), parameters: parameters.value, horizonYears: 40, seed }
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function text(value: unknown): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return number > 0 ? '∞' : 'not defined'
  return String(Number(number.toPrecision(2))).replace('-', '−')
}

function percent(value: unknown): string {
  const number = Number(value) * 100
  return `${number === 0 || number >= 10 ? Math.round(number) : Number(number.toPrecision(1))}%`
}
