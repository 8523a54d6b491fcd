/** What others see of the own camera's picture. */
import { z } from 'zod';

/** Hidden: an outline in one colour. The own picture lasts as long as the window; after that its place is one colour. */
export const backgrounds = ['none', 'blur', 'color', 'picture', 'hidden'] as const;
export type Background = (typeof backgrounds)[number];

export const backgroundSettings = {
  background: z.enum(backgrounds),
  backgroundColor: z.string().regex(/^#[0-9a-f]{6}$/),
};

export interface BackgroundSettings {
  background: Background;
  backgroundColor: string;
}

export const freshBackgroundSettings: BackgroundSettings = { background: 'none', backgroundColor: '#3d5a80' };
