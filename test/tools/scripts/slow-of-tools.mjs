/** Slow tests of what only tests use, which break only with it: `npm test -- tools` runs them, under test/unit/tools. */
export const slowOfTools = ['electron-stand-in/sample-app.test.ts', 'media/call.test.ts'];
