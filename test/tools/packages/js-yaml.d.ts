/** The one function of it that is used here. */
declare module 'js-yaml' {
  export function load(text: string): unknown;
}
