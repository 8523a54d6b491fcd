/** Which key goes on along a line as it is read, and which goes back. */
const onward = { ltr: 'ArrowRight', rtl: 'ArrowLeft' };
const back = { ltr: 'ArrowLeft', rtl: 'ArrowRight' };

/** One place on or back along the line in which the element stands, as the arrow points; 0: no such key. */
export function stepAlong(element: Element, key: string): -1 | 0 | 1 {
  const direction = getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  if (key === onward[direction]) return 1;
  return key === back[direction] ? -1 : 0;
}
