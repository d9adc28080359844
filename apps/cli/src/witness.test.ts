import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLock } from '@frown/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDirectory, type Place, runningServer } from './places.fixture.ts'
import { runFrown } from './run-frown.fixture.ts'

let folder: string
let dir: string
let server: Place
const urlOf = (place: Place) => readLock(place.directory)?.url ?? ''
const witness = (url: string, ...more: string[]) => runFrown(['witness', `${url}/log`, '--dir', dir, ...more])
const logShown = async (place: Place) =>
  (await (await fetch(`${urlOf(place)}/api/v1/log`)).json()) as { witnesses: unknown }
/** A server on a directory of its own that knows the witness. */
const serverThatKnows = async (key: string, place?: Place) => runningServer({ FROWN_WITNESSES: key }, place)

describe('a witness', () => {
  let key: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'frown-witness-'))
    dir = join(folder, 'witness')
    server = await runningServer()
  }, 120_000)
  afterAll(async () => {
    await server.leave()
    rmSync(folder, { recursive: true })
  })

  it('needs a name the first time', async () => {
    expect(await witness(urlOf(server))).toMatchObject({ code: 2, stderr: expect.stringContaining('no name yet') })
  })

  it('tells its key, and that a log which does not know it took nothing', async () => {
    const { code, stderr } = await witness(urlOf(server), '--name', 'witness.example')
    expect(code).toBe(1)
    expect(stderr).toContain('FROWN_WITNESSES')
    key = /witness\.example\+[0-9a-f]{8}\+\S+(?=;)/.exec(stderr)?.[0] ?? ''
    expect(key).not.toBe('')
    expect(readFileSync(join(dir, 'key'), 'utf8')).toMatch(/^PRIVATE\+KEY\+witness/)
    expect(stderr).not.toContain('PRIVATE')
  })

  it('cosigns a log that knows it, which then shows and serves that', async () => {
    const again = await freshDirectory()
    const knowing = await serverThatKnows(key, again)
    const other = join(folder, 'other')
    cpSync(join(dir, 'key'), join(other, 'key'))
    const cosigned = await runFrown(['witness', `${urlOf(knowing)}/log`, '--dir', other])
    expect(cosigned).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Cosigned 13099 entries/) })
    const shown = await logShown(knowing)
    expect(shown.witnesses).toEqual([{ name: 'witness.example', key, size: 13_099 }])
    expect(await runFrown(['audit', `${urlOf(knowing)}/log`, '--witness', key])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Cosigned by witness.example')
    })
    await knowing.leave()
  }, 120_000)

  it('does not cosign another history of the same log', async () => {
    const split = await freshDirectory()
    cpSync(join(server.directory, 'log', 'key'), join(split.directory, 'log', 'key'), { recursive: true })
    const second = await serverThatKnows(key, split)
    const { code, stderr } = await witness(urlOf(second))
    expect(code).toBe(1)
    expect(stderr).toMatch(/earlier checkpoint/)
    const shown = await logShown(second)
    expect(shown.witnesses).toEqual([{ name: 'witness.example', key, size: null }])
    await second.leave()
  }, 120_000)
})
