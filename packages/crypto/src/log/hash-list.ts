import { type Hash, hashBytes } from './merkle.ts'

/** Hashes one after another in one growing array, since a million small arrays cost far more than their bytes. */
export class HashList {
  #bytes = new Uint8Array(64 * hashBytes)
  #count = 0

  get count(): number {
    return this.#count
  }

  push(hash: Hash): void {
    const from = this.#count * hashBytes
    if (from === this.#bytes.length) {
      const larger = new Uint8Array(2 * from)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(hash, from)
    this.#count++
  }

  at(index: number): Hash {
    return this.slice(index, index + 1)
  }

  /** A copy of [from, to), concatenated. */
  slice(from: number, to: number): Uint8Array {
    if (!(from >= 0 && from <= to && to <= this.#count)) {
      throw new RangeError(`There are ${this.#count} hashes, so none from ${from} to ${to}.`)
    }
    return this.#bytes.slice(from * hashBytes, to * hashBytes)
  }
}
