import { expect, it } from 'vitest'
import { entryOf, missingEntries } from './complete-lock-file.mjs'

it.each([
  ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@oxc-parser/binding-linux-riscv64-musl', { os: ['linux'], cpu: ['riscv64'], libc: ['musl'] }],
  ['@oxc-parser/binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }]
])('reads the system out of the name %s', (name, system) => {
  expect(entryOf(name, '1.2.3')).toEqual({ version: '1.2.3', optional: true, ...system })
})

it('finds what a lock file lacks, and leaves ranges and what is there', () => {
  const optionalDependencies = {
    'tool-darwin-x64': '1.0.0',
    'tool-linux-x64': '1.0.0',
    'tool-win32-x64': '^1.0.0',
    extra: '1.0.0'
  }
  const packages = {
    'node_modules/tool': { optionalDependencies },
    'node_modules/tool/node_modules/tool-linux-x64': {}
  }
  expect(Object.keys(missingEntries(packages))).toEqual(['node_modules/tool-darwin-x64'])
})
