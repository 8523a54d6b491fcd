/** What the preload's world and the host say to each other, over one binding and one function. */

/** Their names in the preload's world. No page script can see that world. */
export const SEND = '__standInSend';
export const DELIVER = '__standInDeliver';

export type FromPage =
  | { type: 'invoke'; id: number; channel: string; args: unknown[] }
  | { type: 'send'; channel: string; args: unknown[] }
  | { type: 'ask'; id: number; question: Question }
  | { type: 'title'; title: string }
  | { type: 'preload-error'; name: string; message: string; stack: string };

/** Asked by the stand-in's own script in the page's world, where Electron would decide natively. */
export type Question =
  | { kind: 'media'; mediaTypes: ('audio' | 'video')[] }
  | { kind: 'display-capture'; video: boolean; audio: boolean }
  | { kind: 'open'; url: string; frameName: string; features: string };

export type ToPage =
  | { type: 'event'; channel: string; args: unknown[] }
  | { type: 'value'; id: number; value: unknown }
  | { type: 'error'; id: number; message: string };
