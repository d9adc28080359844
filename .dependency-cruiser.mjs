/**
 * Which part may import which, as docs and code agree on it: docs/decisions and CONTRIBUTING say why.
 *
 * Each message says what to do instead. scripts/check/layers.test.ts breaks every rule once.
 */
const tests = '\\.(test|fixture)\\.ts$'
const core = '^packages/core/src/'

/** Inside core, each capability may enter those before it. */
const capabilities = [
  { name: 'shared', enters: [] },
  { name: 'register', enters: ['shared'] },
  { name: 'standing', enters: ['shared', 'register'] },
  { name: 'coalition', enters: ['shared', 'register', 'standing'] },
  { name: 'simulation', enters: ['shared'] },
  { name: 'forecast', enters: ['shared', 'register', 'standing', 'simulation'] },
  { name: 'rules', enters: ['shared', 'register', 'standing'] }
]

const street = capabilities.map(({ name, enters }) => ({
  name: `street-${name}`,
  comment: `Facts flow one way: core/${name} may enter ${enters.join(', ') || 'nothing'} of core. Move the shared idea upstream, or pass it in as a parameter.`,
  severity: 'error',
  from: { path: `${core}${name}/` },
  to: { path: core, pathNot: `${core}(${[name, ...enters].join('|')})/` }
}))

/** `part` imports none of ours but `may`. */
const only = (part, may, comment) => ({
  name: `layer-${part.replace(/^.*\//, '')}`,
  comment,
  severity: 'error',
  from: { path: `^${part}/`, pathNot: tests },
  to: { path: '^(apps|packages|scripts)/', pathNot: `^(${[part, ...may].join('|')})/` }
})

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment:
        'Modules must not import each other in a circle, types included. Move what both need into a third module.',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    {
      name: 'unresolved',
      comment:
        'This import leads nowhere. Write the whole path with its extension, or add the package to the workspace that uses it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app|\\$env|\\./\\$types|#lib)' }
    },
    {
      name: 'core-anywhere',
      comment:
        'Core, kernel and crypto run in browsers too: no node:* module. Take what you need (bytes, text, an instant) as a parameter.',
      severity: 'error',
      from: { path: '^packages/(core|kernel|crypto)/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] }
    },
    only(
      'packages/core',
      ['packages/kernel'],
      'Core imports nothing of ours but the kernel. Let the caller pass it in.'
    ),
    only('packages/kernel', [], 'The kernel imports nothing of ours. Let the caller pass it in.'),
    only('packages/crypto', [], 'Crypto is audited alone and imports nothing of ours. Let the caller pass it in.'),
    only(
      'apps/server',
      ['packages/core', 'packages/kernel', 'packages/crypto'],
      'The server imports core, kernel and crypto only. It gets the pages as a handler, passed in.'
    ),
    only(
      'apps/web',
      ['packages/core', 'packages/kernel', 'packages/crypto'],
      'Pages import core, kernel and crypto only. Get data through the public API (lib/api).'
    ),
    only(
      'apps/cli',
      ['packages/core', 'packages/kernel', 'packages/crypto', 'apps/server'],
      'The command line imports core, kernel and crypto, and composes the server. Get data through the API.'
    ),
    ...street,
    {
      name: 'core-face',
      comment:
        'Enter a capability of core by its index.ts (from outside: @frown/core/<capability>); export there what is meant for others.',
      severity: 'error',
      from: { path: `${core}([^/]+)/` },
      to: { path: `${core}[^/]+/`, pathNot: [`${core}$1/`, `${core}[^/]+/index\\.ts$`, '\\.fixture\\.ts$'] }
    },
    {
      name: 'core-face-from-outside',
      comment: 'Enter core by @frown/core/<capability>; export in its index.ts what is meant for others.',
      severity: 'error',
      from: { path: '^(apps|packages/(kernel|crypto))/' },
      to: { path: core, pathNot: [`${core}[^/]+/index\\.ts$`, '\\.fixture\\.ts$'] }
    },
    {
      name: 'server-face',
      comment: 'Enter the server by @frown/server (its index.ts); export there what is meant for composing.',
      severity: 'error',
      from: { path: '^apps/(cli|web)/' },
      to: { path: '^apps/server/', pathNot: ['^apps/server/src/index\\.ts$', '\\.fixture\\.ts$'] }
    },
    {
      name: 'platform-below',
      comment:
        'The platform serves every capability and knows none. Pass what it needs as a parameter, or move the file.',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: tests },
      to: { path: '^apps/server/src/', pathNot: '^apps/server/src/platform/' }
    },
    {
      name: 'no-test-in-program',
      comment: 'A test or fixture is not part of the program. Move what both need into a module of its own.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: `(${tests}|/tests/)` },
      to: { path: tests }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|coverage)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types']
    }
  }
}
