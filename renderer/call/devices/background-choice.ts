/** How a person wants their camera's picture treated. */
export interface BackgroundChoice {
  /** Unknown until the settings are: no camera starts before. */
  background: 'unknown' | 'none' | 'blur' | 'color' | 'picture' | 'hidden';
  /** As CSS writes it, with six digits. */
  backgroundColor: string;
}

/** Whether pictures would look another way. */
export function isSameBackground(one: BackgroundChoice, other: BackgroundChoice): boolean {
  return (
    one.background === other.background &&
    (one.background !== 'color' || one.backgroundColor === other.backgroundColor)
  );
}
