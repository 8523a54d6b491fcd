/** The windows that are open, for those who must not know what a window is made of. */
export interface OpenWindow {
  readonly id: number;
  /** False when a `close` listener prevented it. */
  requestClose(): boolean;
  destroy(): void;
}

export const openWindows = new Map<number, OpenWindow>();
