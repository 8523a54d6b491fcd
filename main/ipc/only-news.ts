/** Keeps back a view that says what the last one said: the window would draw a whole screen anew for nothing. */
import { toHex } from '../../shared/bytes';
import { blake2b256 } from '../../shared/crypto/sodium';

/** @param tell gets views that are made of what JSON can say. */
export function onlyNews<T>(tell: (view: T) => void): (view: T) => void {
  let last: string | null = null;
  return (view) => {
    // A view may be made of things that go on changing; and nothing of it stays here when all is locked.
    const now = toHex(blake2b256([new TextEncoder().encode(JSON.stringify(view))]));
    if (now === last) return;
    last = now;
    tell(view);
  };
}
