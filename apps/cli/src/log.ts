/**
 * `frown log …`: what the log holds, its keys, and the erasure of texts.
 */
import { formatVerifierKey, verifierKeyOf } from '@frown/crypto/log'
import { type Command, Option } from 'commander'
import { answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { jsonOption } from './options.ts'
import { printable, writeJson, writeLines } from './output.ts'
import { misuse } from './refusal.ts'

export function addLog(program: Command): void {
  const log = program.command('log').description('the transparency log: what it holds, and its keys')
  log
    .command('show')
    .description('how much the log holds, signed with which keys')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ frown log show')
    .action(showLog)
  log
    .command('rotate-key')
    .description('make a new key; the log is signed with both until the old one is retired')
    .addHelpText('after', '\nExample:\n  $ frown log rotate-key')
    .action(rotateKey)
  log
    .command('retire-key')
    .description('take away a key that another one follows')
    .argument('<id>', 'the eight digits after the name of the key')
    .addHelpText('after', '\nExample:\n  $ frown log retire-key 1a2b3c4d')
    .action(retireKey)
  program
    .command('erase')
    .description('erase the texts of a claim, and who entered it, for good; numbers and days stay, and the log says so')
    .argument('<claim>', 'id of the claim, 32 hexadecimal digits')
    .addOption(new Option('--ground <ground>', 'why').choices(['court', 'privacy', 'request']).makeOptionMandatory())
    .addHelpText(
      'after',
      `
Backups and mirrors made before still have the texts. Withdraw the claim first if what it says shall not hold any more.

Example:
  $ frown erase 0123456789abcdef0123456789abcdef --ground court`
    )
    .action(erase)
}

async function showLog({ json }: { readonly json?: boolean }): Promise<void> {
  await withApi(async api => {
    const state = await answerOf(api.GET('/api/v1/log', {}))
    if (json) return writeJson(state)
    writeLines([
      `The log ${printable(state.name)} has ${state.size} ${state.size === 1 ? 'entry' : 'entries'}, root ${state.rootHash}.`,
      ...(state.keys.length === 0
        ? ['Its key is not here: nothing can be recorded.']
        : state.keys.map(key => `Signed with ${printable(key)}`)),
      ...state.witnesses.map(({ name, size }) =>
        size === null
          ? `Witness ${printable(name)}: nothing yet.`
          : `Witness ${printable(name)}: up to entry ${size - 1}.`
      )
    ])
  })
}

async function rotateKey(): Promise<void> {
  const { addKey, orRefuse, readConfig, readKeys } = await import('@frown/server')
  const { directory } = orRefuse(readConfig(process.env, process.cwd()))
  const [newest] = readKeys(directory)
  if (!newest)
    throw misuse(
      'The log has no key here',
      directory,
      'Put back your copy of FROWN_DIR/log/key; the first start makes one'
    )
  const [key] = addKey(directory, newest.name)
  writeLines([
    `Made ${formatVerifierKey(verifierKeyOf(key as typeof newest))}.`,
    'Restart the server: from then on both keys sign. Publish the new key, keep a copy of the file of keys, and retire the',
    `old one once readers have the new: frown log retire-key ${formatVerifierKey(verifierKeyOf(newest)).split('+')[1]}`
  ])
}

async function retireKey(id: string): Promise<void> {
  const { orRefuse, readConfig, readKeys, writeKeys } = await import('@frown/server')
  const { directory } = orRefuse(readConfig(process.env, process.cwd()))
  const keys = readKeys(directory)
  const left = keys.filter(key => formatVerifierKey(verifierKeyOf(key)).split('+')[1] !== id)
  if (left.length === keys.length) throw misuse('The log has no key of this id', id, 'frown log show lists its keys')
  if (left.length === 0) throw misuse('This is the only key of the log', id, 'Make another first: frown log rotate-key')
  writeKeys(directory, left)
  writeLines(['Retired. Restart the server. Keep the old public key: earlier checkpoints were signed with it alone.'])
}

async function erase(id: string, { ground }: { readonly ground: 'court' | 'privacy' | 'request' }): Promise<void> {
  await withApi(async api => {
    await answerOf(api.POST('/api/v1/register/claims/{id}/erasure', { params: { path: { id } }, body: { ground } }))
    writeLines([
      `Erased the texts of ${id}. Export the log again, and ask mirrors to; make new backups and let old ones go.`
    ])
  })
}
