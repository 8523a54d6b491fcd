/** What is done to the own voice and picture before others have them. */
import type { Snapshot } from '../../../renderer/state/snapshot';
import { app, facts, inside, media } from './fixtures';

const preview = { meeting: { ...facts, phase: 'preview', again: false, byHand: false, title: '' } } as const;
const withSettings = (settings: Partial<typeof app.settings>): Pick<Snapshot, 'app'> => ({
  app: { ...app, settings: { ...app.settings, ...settings } },
});

export const treatmentStates: Record<string, Partial<Snapshot>> = {
  'background-hidden': {
    ...preview,
    ...withSettings({ background: 'hidden', noiseSuppression: 'strong' }),
    media: { ...media.on, backgroundCost: 0.12, noiseFails: true },
  },
  'background-color': {
    meeting: inside(),
    ...withSettings({ background: 'color' }),
    media: { ...media.on, backgroundCost: 0.31 },
  },
  'background-picture': { meeting: inside(), ...withSettings({ background: 'picture' }) },
  'background-reveal': {
    meeting: inside(),
    ...withSettings({ background: 'hidden' }),
    media: { ...media.on, backgroundCost: 0.12 },
  },
  'background-fails': {
    ...preview,
    ...withSettings({ background: 'hidden' }),
    media: { ...media.on, picture: null, camera: { state: 'failed', reason: 'no-background' } },
  },
};
