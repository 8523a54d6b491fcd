/** The package has no types: hyperdht.ts says what is used of it. */
declare module 'hyperdht' {
  const constructor: unknown;
  export default constructor;
}
