/** What the window may ask about sharing a screen. */
import type { ScreenSharing } from '../../sharing/screen-sharing';
import type { Handlers } from '../server';

type SharingRequest = 'sharing:sources' | 'sharing:choose' | 'sharing:close';

export function sharingHandlers(
  sharing: Pick<ScreenSharing, 'sources' | 'choose' | 'close'>,
): Pick<Handlers, SharingRequest> {
  return {
    'sharing:sources': () => sharing.sources(),
    'sharing:choose': ({ id }) => {
      sharing.choose(id);
    },
    'sharing:close': () => {
      sharing.close();
    },
  };
}
