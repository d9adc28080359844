/**
 * Compiles packages/kernel/assembly to WebAssembly and writes it, with its version, as a module that any runtime can load.
 *
 *   node scripts/make-kernel.mjs            writes packages/kernel/src/kernel-binary.ts
 *   node scripts/make-kernel.mjs --check    changes nothing; exit code 1 when what stands there differs
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'
import { root } from './bring/places.mjs'

const folder = join(root, 'packages', 'kernel')
const target = join(folder, 'src', 'kernel-binary.ts')
const options = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'kernel.wasm']

const binary = await compile()
const version = createHash('sha256').update(binary).digest('hex').slice(0, 16)
const text = `// Made from assembly/ by scripts/make-kernel.mjs; not edited by hand.

/** The first 16 hex digits of the binary's SHA-256. */
export const kernelVersion = '${version}'
/** WebAssembly, base64. */
export const kernelBinary =
  '${Buffer.from(binary).toString('base64')}'
`
const isCurrent = readOrNull(target) === text
if (process.argv.includes('--check')) {
  if (!isCurrent) console.error('packages/kernel/src/kernel-binary.ts differs from assembly/.')
  process.exitCode = isCurrent ? 0 : 1
} else {
  if (!isCurrent) writeFileSync(target, text)
  console.log(isCurrent ? 'Nothing differs.' : `Written: kernel ${version}, ${binary.length} bytes.`)
}

async function compile() {
  const written = new Map()
  const { error, stderr } = await asc.main(['index.ts', ...options], {
    readFile: (name, base) => readOrNull(join(base === '.' ? join(folder, 'assembly') : base, name)),
    writeFile: (name, content) => written.set(name, content),
    listFiles: () => []
  })
  if (error) throw new Error(`The kernel does not compile.\n${stderr.toString()}`)
  return written.get('kernel.wasm')
}

function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
