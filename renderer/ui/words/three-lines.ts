/** Three lines for every trouble: what happened, is it safe, what to do. */
export interface ThreeLines {
  what: string;
  safe: string;
  todo: string;
}
