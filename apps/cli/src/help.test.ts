import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { expect, it } from 'vitest'
import { programOf } from './program.ts'
import { askFrown } from './run-frown.fixture.ts'

const leaves = (command: Command, path: readonly string[]): { path: string[]; command: Command }[] => {
  const here = [...path, command.name()]
  return command.commands.length === 0
    ? [{ path: here, command }]
    : command.commands.flatMap(child => leaves(child, here))
}

const commands = leaves(programOf(), [])
const page = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8')

it('documents exactly the commands there are', () => {
  const documented = [...page.matchAll(/^## `(frown [a-z -]+)/gm)].map(([, name = '']) => name.trim())
  expect(documented.sort()).toEqual(commands.map(({ path }) => path.join(' ')).sort())
})

it.each(commands.map(({ path, command }) => ({ name: path.join(' '), command })))(
  'documents $name with an example and each of its options',
  ({ name, command }) => {
    const section = page.split(/^## /m).find(text => text.startsWith(`\`${name}\``)) ?? ''
    expect(section).toMatch(/^ {4}npx frown /m)
    for (const { long } of command.options) expect(section).toContain(`\`${long}`)
    for (const [, flag = ''] of section.matchAll(/`(--[a-z-]+)/g))
      expect(command.options.map(({ long }) => long)).toContain(flag)
  }
)

it.each(commands.map(({ path }) => ({ name: path.join(' '), args: path.slice(1) })))(
  '$name --help says how, with an example, on standard output',
  async ({ name, args }) => {
    const { code, stdout, stderr } = await askFrown([...args, '--help'])
    expect(stdout).toContain(`Usage: ${name}`)
    expect(stdout).toContain(`$ ${name}`)
    expect(stderr).toBe('')
    expect(code).toBe(0)
  }
)
