// Where things are in a clone: the root, and the ignored folder for what the scripts bring (it survives `npm ci`).
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const toolsFolder = join(root, '.tools')
/** The server's arguments for Node: a small nursery for young objects keeps its memory below 300 MB under load. */
export const serverArguments = ['--max-semi-space-size=8', join(root, 'apps', 'server', 'src', 'main.ts')]
export const cliMain = join(root, 'apps', 'cli', 'src', 'main.ts')
