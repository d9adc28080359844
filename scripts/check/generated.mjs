/**
 * What is made by a script and committed all the same, in the order of making.
 *
 * `check` tells without changing anything; `make` is what a person runs. A generator is left out where its input is absent.
 */
export const generated = [
  {
    what: 'the kernel’s binary',
    check: ['scripts/make-kernel.mjs', '--check'],
    make: 'node scripts/make-kernel.mjs'
  },
  {
    what: 'the API document and the clients made of it',
    check: ['scripts/make-api-client.ts', '--check'],
    make: 'node scripts/make-api-client.ts'
  }
]
