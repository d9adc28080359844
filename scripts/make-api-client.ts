/**
 * Writes the API's document and the types its clients are made of, from the routes themselves.
 *
 *   node scripts/make-api-client.ts            writes docs/openapi.json and a schema.ts for each client
 *   node scripts/make-api-client.ts --check    changes nothing; exit code 1 when what stands there differs
 */
import { readFile, writeFile } from 'node:fs/promises'
import { openApiDocument } from '@frown/server'
import openapiTypes, { astToString } from 'openapi-typescript'

const root = new URL('../', import.meta.url)
const documentPath = 'docs/openapi.json'
const schemaPaths = ['apps/cli/src/api/schema.ts', 'apps/web/src/lib/api/schema.ts']

const document = await openApiDocument()
const schema = `// Made from ${documentPath} by scripts/make-api-client.ts; not edited by hand.\n\n${astToString(await openapiTypes(JSON.stringify(document)))}`
const wanted = new Map([
  [documentPath, `${JSON.stringify(document, null, 2)}\n`],
  ...schemaPaths.map((path): [string, string] => [path, schema])
])

const differing: string[] = []
for (const [path, text] of wanted) {
  const standing = await readFile(new URL(path, root), 'utf8').catch(() => null)
  if (standing !== text) differing.push(path)
}

if (process.argv.includes('--check')) {
  for (const path of differing)
    console.error(`${path} differs from the API's routes. Run: node scripts/make-api-client.ts`)
  process.exitCode = differing.length > 0 ? 1 : 0
} else {
  for (const path of differing) await writeFile(new URL(path, root), wanted.get(path) ?? '')
  console.log(differing.length > 0 ? `Written: ${differing.join(', ')}` : 'Nothing differs.')
}
