import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import layers from '../../.dependency-cruiser.mjs'

/** Each plant breaks one rule: this file imports that one. */
const plants = [
  { rule: 'no-cycle', file: 'packages/core/src/shared/about.ts', imports: './round.ts', type: true },
  { rule: 'unresolved', file: 'apps/server/src/lost.ts', imports: './nowhere.ts' },
  { rule: 'core-anywhere', file: 'packages/core/src/shared/reads.ts', imports: 'node:fs' },
  { rule: 'layer-core', file: 'packages/core/src/shared/outward.ts', imports: '../../../../apps/server/src/index.ts' },
  { rule: 'layer-kernel', file: 'packages/kernel/src/outward.ts', imports: '../../core/src/shared/index.ts' },
  { rule: 'layer-crypto', file: 'packages/crypto/src/outward.ts', imports: '../../core/src/shared/index.ts' },
  { rule: 'layer-server', file: 'apps/server/src/page.ts', imports: '../../web/src/lib/index.ts' },
  { rule: 'layer-web', file: 'apps/web/src/lib/shortcut.ts', imports: '../../../server/src/index.ts' },
  { rule: 'layer-cli', file: 'apps/cli/src/page.ts', imports: '../../web/src/lib/index.ts' },
  { rule: 'street-shared', file: 'packages/core/src/shared/upstream.ts', imports: '../register/index.ts' },
  { rule: 'street-register', file: 'packages/core/src/register/upstream.ts', imports: '../standing/index.ts' },
  { rule: 'street-standing', file: 'packages/core/src/standing/upstream.ts', imports: '../rules/index.ts' },
  { rule: 'street-coalition', file: 'packages/core/src/coalition/across.ts', imports: '../forecast/index.ts' },
  { rule: 'street-simulation', file: 'packages/core/src/simulation/upstream.ts', imports: '../register/index.ts' },
  { rule: 'street-forecast', file: 'packages/core/src/forecast/across.ts', imports: '../rules/index.ts' },
  { rule: 'street-rules', file: 'packages/core/src/rules/across.ts', imports: '../coalition/index.ts' },
  { rule: 'core-face', file: 'packages/core/src/register/side-door.ts', imports: '../shared/inner.ts' },
  {
    rule: 'core-face-from-outside',
    file: 'apps/cli/src/side-door.ts',
    imports: '../../../packages/core/src/shared/inner.ts'
  },
  { rule: 'server-face', file: 'apps/cli/src/server-side-door.ts', imports: '../../server/src/inner.ts' },
  { rule: 'platform-below', file: 'apps/server/src/platform/upward.ts', imports: '../inner.ts' },
  { rule: 'no-test-in-program', file: 'apps/server/src/uses-fixture.ts', imports: './made.fixture.ts' }
]

/** What may be imported, so that the rules do not forbid everything. */
const lawful = [
  { file: 'packages/core/src/register/index.ts', imports: '../shared/index.ts' },
  { file: 'packages/core/src/forecast/index.ts', imports: '../../../kernel/src/index.ts' },
  { file: 'packages/core/src/shared/reads.test.ts', imports: 'node:fs' },
  { file: 'apps/server/src/index.ts', imports: '../../../packages/core/src/register/index.ts' },
  { file: 'apps/server/src/made.test.ts', imports: './made.fixture.ts' },
  { file: 'apps/web/src/lib/index.ts', imports: '../../../../packages/core/src/register/index.ts' },
  { file: 'apps/web/src/pages.page.test.ts', imports: '../../server/src/index.ts' },
  { file: 'apps/web/tests/race.ts', imports: '../../../packages/core/src/shared/made.fixture.ts' },
  { file: 'apps/cli/src/main.ts', imports: '../../server/src/index.ts' },
  { file: 'apps/cli/src/places.fixture.ts', imports: '../../server/src/made.fixture.ts' }
]

const targets = [
  ...['shared', 'standing', 'coalition', 'rules'].map(name => `packages/core/src/${name}/index.ts`),
  'packages/core/src/shared/inner.ts',
  'packages/core/src/shared/made.fixture.ts',
  'packages/kernel/src/index.ts',
  'apps/server/src/inner.ts',
  'apps/server/src/made.fixture.ts'
]

let folder: string
let broken: Map<string, string[]>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'frown-layers-'))
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  put('package.json', '{ "type": "module" }')
  put('packages/core/src/shared/round.ts', "import type {} from './about.ts'\n")
  for (const file of targets) put(file, 'export {}\n')
  for (const { file, imports } of lawful) put(file, `import '${imports}'\n`)
  for (const plant of plants) put(plant.file, `import ${plant.type ? 'type {} from ' : ''}'${plant.imports}'\n`)
  const { forbidden, options } = layers
  const ruleSet = { forbidden }
  const { output } = await cruise(['apps', 'packages'], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet
  } as never)
  if (typeof output === 'string') throw new Error(output)
  const byFile = Map.groupBy(output.summary.violations, ({ from }) => from)
  broken = new Map([...byFile].map(([from, violations]) => [from, violations.map(({ rule }) => rule.name)]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the layers', () => {
  it.each(plants)('$rule: $file may not import $imports', ({ rule, file }) => {
    expect(broken.get(file)).toContain(rule)
  })

  it.each(lawful)('$file may import $imports', ({ file }) => {
    expect(broken.get(file)).toBeUndefined()
  })

  it('have no rule that this table does not break', () => {
    expect(new Set(plants.map(({ rule }) => rule))).toEqual(new Set(layers.forbidden.map(({ name }) => name)))
  })

  it('each say what to do instead', () => {
    for (const { comment } of layers.forbidden) expect(comment.length).toBeGreaterThan(30)
  })
})
