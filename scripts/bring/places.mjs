// Where things are in a clone: the root, and the ignored folder for what the scripts bring (it survives `npm ci`).
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const toolsFolder = join(root, '.tools')
export const serverMain = join(root, 'apps', 'server', 'src', 'main.ts')
export const cliMain = join(root, 'apps', 'cli', 'src', 'main.ts')
