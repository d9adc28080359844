/**
 * How long from the command to the first page, with an empty store and with a full one?
 */
import { serverArguments } from '../bring/places.mjs'
import { type Measurement, median, seconds } from './measurement.ts'
import { serve } from './served.ts'

export async function startUp(frownDir: string): Promise<Measurement[]> {
  const start = async () => {
    const server = await serve(serverArguments, '/', { FROWN_DIR: frownDir, DATABASE_URL: '' })
    await server.stop()
    return server.firstAnswerMs
  }
  const first = await start()
  const again = [await start(), await start(), await start()]
  return [
    {
      what: 'Second start of the embedded store, to the first page',
      measured: `${seconds(median(again))}, median of ${again.length}`,
      bar: '< 3 s',
      beside: `first start, which creates and fills the store: ${seconds(first)}, ${(first / median(again)).toFixed(1)} times as long`
    }
  ]
}
