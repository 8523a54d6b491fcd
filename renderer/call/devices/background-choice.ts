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

/** What others would see that they do not see yet: the person has to say so first. */
export function revealedBy(
  from: BackgroundChoice['background'],
  to: BackgroundChoice['background'],
): 'face' | 'room' | null {
  if (from === to) return null;
  if (from === 'hidden') return 'face';
  return to === 'none' ? 'room' : null;
}
