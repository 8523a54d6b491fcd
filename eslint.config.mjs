import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const product = ['shared/**/*.ts', 'main/**/*.ts', 'renderer/**/*.{ts,tsx}'];

const randomPort = {
  object: 'Math',
  property: 'random',
  message: 'It is predictable: random bytes come in through a port.',
};

/** What tells the time, by whatever name. */
const clockMessage =
  'Time comes from main/clocks.ts or renderer/clocks.ts, whose types keep its two kinds apart.';
const clockProperties = [
  ['Date', 'now'],
  ['performance', 'now'],
  ['performance', 'timeOrigin'],
  ['process', 'hrtime'],
  ['process', 'uptime'],
].map(([object, property]) => ({ object, property, message: clockMessage }));
const clockSyntax = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.property.name='Date'][property.name='now']",
  "MemberExpression[object.property.name='performance'][property.name='now']",
].map((selector) => ({ selector, message: clockMessage }));

const randomSyntax = {
  selector: "MemberExpression[property.name='pseudoRandomBytes']",
  message: 'Random bytes come in through a port.',
};

/** Chromium keeps in the profile what stands in fields that it may fill in again. */
const keptTextSyntax = {
  selector:
    "JSXOpeningElement[name.name=/^(input|textarea)$/]:not(:has(> JSXAttribute[name.name='autoComplete'][value.value='off'])):not(:has(> JSXAttribute[name.name='type'][value.value=/^(checkbox|radio|file)$/]))",
  message: 'What is typed may be kept in a file: autoComplete="off".',
};

export default defineConfig(
  { ignores: ['node_modules/', 'out/', 'dist/', 'test-results/', 'playwright-report/', '.*'] },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: product,
    rules: {
      // Logs go through one place, which knows what must not be in them.
      'no-console': 'error',
      'no-restricted-properties': ['error', randomPort, ...clockProperties],
      'no-restricted-syntax': ['error', randomSyntax, keptTextSyntax, ...clockSyntax],
    },
  },
  {
    files: ['main/clocks.ts', 'renderer/clocks.ts'],
    rules: {
      'no-restricted-properties': ['error', randomPort],
      'no-restricted-syntax': ['error', randomSyntax],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    files: ['test/**/*.{ts,tsx,mjs}', '*.{ts,mjs}'],
    rules: {
      // Tests hand in doubles and broken values on purpose.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // JSDoc casts are invisible to these rules; tsc checks the casts.
    files: ['**/*.mjs'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // node-version.mjs must be readable by versions of Node that are too old for everything else.
    files: ['test/tools/scripts/node-version.mjs'],
    rules: { 'no-var': 'off' },
  },
);
