/**
 * An empty page that runs one script of ours, bundled as the pages are, under a content security policy.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { build } from 'vite'

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' }

/** Nothing but what the site's own policy allows as well. */
export const strictPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"

export interface ScriptPages {
  /** Files of the bundle, with their bytes. */
  readonly files: ReadonlyMap<string, Buffer>
  /** Serves the page at an origin of its own, everything under `policy`. */
  serve(policy?: string): Promise<string>
  stop(): Promise<void>
}

/** Bundles `entry` (a path) and its workers. */
export async function scriptPages(entry: string): Promise<ScriptPages> {
  const outDir = mkdtempSync(join(tmpdir(), 'frown-script-'))
  const servers: Server[] = []
  try {
    await build({
      configFile: false,
      root: join(import.meta.dirname, '..'),
      logLevel: 'warn',
      publicDir: false,
      build: { outDir, emptyOutDir: false, assetsInlineLimit: 0, rolldownOptions: { input: { entry } } }
    })
    const files = await filesIn(outDir)
    const script = [...files.keys()].find(file => basename(file).startsWith('entry-'))
    const html = `<!doctype html><html lang="en"><title>race</title><script type="module" src="/${script}"></script></html>`
    const all = new Map([...files, ['', Buffer.from(html)]])
    return {
      files,
      async serve(policy = strictPolicy) {
        const server = createServer((request, response) => {
          const file = (request.url ?? '/').slice(1)
          const body = all.get(file)
          const type = types[extname(file || 'index.html')] ?? 'application/octet-stream'
          response.writeHead(body ? 200 : 404, { 'content-type': type, 'content-security-policy': policy })
          response.end(body)
        })
        servers.push(server)
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      },
      async stop() {
        for (const server of servers) {
          server.closeAllConnections()
          await new Promise(resolve => server.close(resolve))
        }
      }
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return new Map(
    await Promise.all(
      files.map(
        async (file): Promise<[string, Buffer]> => [
          file.slice(folder.length + 1).replaceAll('\\', '/'),
          await readFile(file)
        ]
      )
    )
  )
}
