import { shownLayout, type Layout } from '../../state/seeing';
import { useSelected } from '../context';

/** The layout that is shown, as this person chose it or as a spotlight has it. */
export function useLayout(): Layout {
  return useSelected(({ seeing, meeting }) =>
    shownLayout(seeing, meeting.phase === 'inside' ? (meeting.spotlight?.id ?? null) : null),
  );
}
