import { describe, expect, it } from 'vitest'
import { readHardwareFile } from './hardware-file.ts'

const header =
  'Hardware name,Manufacturer,Release date,Release price (USD),Tensor-FP16/BF16 performance (FLOP/s),FP8 performance (FLOP/s),' +
  'FP4 performance (FLOP/s),FP32 (single precision) performance (FLOP/s),Memory (bytes),Memory bandwidth (byte/s),TDP (W)\n'

describe('reading a list of hardware', () => {
  it('reads the facts of each accelerator, the missing ones as not known', () => {
    expect(readHardwareFile(`${header}Chip 1,Acme,2024-05-01,,1e15,2e15,,,8e10,3.3e12,700.0\n`)).toMatchObject({
      ok: true,
      value: [
        {
          name: 'Chip 1',
          releasedOn: '2024-05-01',
          releasePriceUsd: null,
          tensor16FlopPerS: 1e15,
          fp4FlopPerS: null,
          thermalDesignW: 700
        }
      ]
    })
  })

  it.each([
    {
      why: 'a negative rate',
      text: `${header}Chip 1,Acme,2024-05-01,,-1,,,,,,\n`,
      code: 'import/invalid-row',
      place: /^row 2, column Tensor/
    },
    {
      why: 'no name',
      text: `${header},Acme,2024-05-01,,,,,,,,\n`,
      code: 'import/invalid-row',
      place: /^row 2, column Hardware name/
    },
    { why: 'a row too short', text: `${header}Chip 1,Acme\n`, code: 'import/malformed-file', place: /^row 2/ },
    {
      why: 'a list of models',
      text: 'Model,Organization\nAlpha,Acme\n',
      code: 'import/unknown-columns',
      place: /^row 1/
    }
  ])('refuses $why', ({ text, code, place }) => {
    expect(readHardwareFile(text)).toMatchObject({ ok: false, error: { code, place: expect.stringMatching(place) } })
  })
})
