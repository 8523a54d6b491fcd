/** Which part may import which. test/unit/tools/dependency-rules.test.ts shows that each rule bites. */

/** @param {string[]} names npm packages */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** The parts of shared/, lowest layer first: a part may import its own layer and those below. */
const layers = [
  ['crypto', 'wire'],
  ['noise', 'identity', 'invite', 'by-hand', 'media', 'files', 'release', 'volunteer'],
  ['membership', 'roster', 'verification'],
  ['meeting'],
  ['ipc'],
];

/** @param {string[]} parts folders of shared/ */
const anyOf = (parts) => `^shared/(${parts.join('|')})/`;

/** A rule for each layer but the highest. */
const layerRules = layers.slice(0, -1).map((parts, index) => ({
  name: `shared-layer-${parts[0] ?? ''}`,
  severity: /** @type {const} */ ('error'),
  from: { path: anyOf(parts) },
  to: { path: anyOf(layers.slice(index + 1).flat()) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that import each other cannot be understood, tested or wiped one by one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-modules',
      severity: 'error',
      from: {},
      // Vite resolves the file behind such an address; a build without it fails.
      to: { couldNotResolve: true, pathNot: '\\.wasm\\?url$' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'shared/ runs anywhere: no Electron, no Node, no DOM library, four packages.',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', packages('cborg', 'zod', 'libsodium-wrappers', 'unhomoglyph')] },
    },
    {
      name: 'sodium-in-one-file',
      severity: 'error',
      from: { pathNot: ['^shared/crypto/sodium\\.ts$', '^test/', '(^|/)node_modules/'] },
      to: { path: packages('libsodium(?!-wrappers-sumo/)[^/]*') },
    },
    {
      name: 'large-sodium-in-one-file',
      severity: 'error',
      comment: 'Argon2id is in the large build alone; main needs it for passphrases, nothing else does.',
      from: { pathNot: ['^main/vault/passphrase\\.ts$', '(^|/)node_modules/'] },
      to: { path: packages('libsodium-wrappers-sumo') },
    },
    {
      name: 'cbor-in-one-file',
      severity: 'error',
      from: { pathNot: ['^shared/wire/cbor\\.ts$', '^test/', '(^|/)node_modules/'] },
      to: { path: packages('cborg') },
    },
    {
      name: 'shared-parts-are-layers',
      severity: 'error',
      comment: 'Each part of shared/ has its layer in this file; loose files there import none of them.',
      from: { path: '^shared/', pathNot: anyOf(layers.flat()) },
      to: { path: '^shared/', pathNot: '^shared/[^/]+$' },
    },
    {
      name: 'shared-parts-are-known',
      severity: 'error',
      comment: 'A new part of shared/ is given its layer in this file first.',
      from: { path: '^shared/[^/]+/', pathNot: anyOf(layers.flat()) },
      to: {},
    },
    ...layerRules,
    {
      name: 'main-not-renderer',
      severity: 'error',
      comment: 'They meet at shared/ipc.',
      from: { path: '^main/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-not-main',
      severity: 'error',
      comment: 'They meet at shared/ipc.',
      from: { path: '^renderer/' },
      to: { path: '^main/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      comment: 'The window is sandboxed: no Node, no network library of its own.',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'screens-read-state',
      severity: 'error',
      comment:
        'Screens know the store, its types, the words and the clocks; calls, keys and the contract with main are behind it.',
      from: { path: '^renderer/ui/' },
      to: { path: ['^renderer/(?!ui/|state/|locales/|clocks\\.ts$)', '^shared/'] },
    },
    {
      name: 'electron-in-main',
      severity: 'error',
      from: { pathNot: ['^main/', '^test/(unit/)?tools/electron-stand-in/', '(^|/)node_modules/'] },
      to: { path: packages('electron') },
    },
    {
      name: 'simple-peer-in-one-file',
      severity: 'error',
      from: {
        pathNot: [
          '^renderer/call/connection/peer-connection\\.ts$',
          '^test/tools/bench/(join|mesh)/',
          '(^|/)node_modules/',
        ],
      },
      to: { path: packages('simple-peer') },
    },
    {
      name: 'dht-in-one-file',
      severity: 'error',
      comment: 'It has no types and native parts: both are dealt with there.',
      from: { pathNot: ['^main/rendezvous/dht/hyperdht\\.ts$', '(^|/)node_modules/'] },
      to: { path: packages('hyperdht') },
    },
    {
      name: 'volunteer-beside-the-app',
      severity: 'error',
      comment:
        'What a volunteer runs is no part of the app: it knows shared/ and the clocks, and nothing else of it.',
      from: { path: '^main/volunteer-server/' },
      to: { path: ['^main/(?!volunteer-server/|clocks\\.ts$)', '^renderer/'] },
    },
    {
      name: 'nothing-imports-volunteer',
      severity: 'error',
      from: { pathNot: ['^main/volunteer-server/', '^test/'] },
      to: { path: '^main/volunteer-server/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    // Types count too: what a file must know of another part is a dependency.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
