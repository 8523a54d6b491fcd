/** The time that pages of several browsers have in common, in milliseconds. */
export const now = (): number => performance.timeOrigin + performance.now();
