/** Three real connections in one page: who invites by hand, who answers with patience, and who answers without. */
import {
  PeerConnection,
  type CloseReason,
  type PeerRole,
} from '../../../../../../renderer/call/connection/peer-connection';
import { EVEN_SOUND } from '../../../../../../renderer/call/encoding/sound-encoding';
import type { LocalTracks } from '../../../../../../renderer/call/devices/local-tracks';
import type { Sealing } from '../../../../../../renderer/call/connection/transceivers';
import type { CompactDescription } from '../../../../../../shared/wire/description';

/** Nothing is ever sent over these links. */
const tracks: LocalTracks = {
  audio: null,
  video: null,
  soundEncoding: EVEN_SOUND,
  savesBandwidth: false,
  subscribe: () => () => undefined,
};
const nowhere = { detach: () => undefined };
const sealing = { pictures: nowhere, screens: nowhere } as unknown as Sealing;

interface End {
  connection: PeerConnection;
  described: Promise<CompactDescription>;
  opened: Promise<void>;
  closed: Promise<CloseReason>;
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function open(connectionId: string, role: PeerRole): End {
  const described = deferred<CompactDescription>();
  const opened = deferred<undefined>();
  const closed = deferred<CloseReason>();
  const nothing = (): void => undefined;
  const connection = new PeerConnection(
    { connectionId, peerId: connectionId },
    role,
    { policy: 'all', iceServers: [] },
    tracks,
    sealing,
    {
      described: described.resolve,
      opened: () => {
        opened.resolve(undefined);
      },
      closed: closed.resolve,
      ...{
        received: nothing,
        receivedPieces: nothing,
        sentPieces: nothing,
        mediaDescribed: nothing,
        track: nothing,
        restartDescribed: nothing,
        path: nothing,
      },
    },
  );
  return { connection, described: described.promise, opened: opened.promise, closed: closed.promise };
}

let ends: { inviter: End; patient: End; hasty: End };

export const handMade = {
  /** Both answer an invitation to a port where nobody speaks yet. */
  async begin(silentPort: number): Promise<void> {
    const inviter = open('inviter', { side: 'offer' });
    const told = await inviter.described;
    const candidates = told.candidates
      .filter(({ address }) => address.includes('.'))
      .slice(0, 1)
      .map((candidate) => ({ ...candidate, port: silentPort }));
    const remote: CompactDescription = { ...told, setup: 'active', candidates };
    const patient = open('patient', { side: 'answer-by-hand', remote });
    const hasty = open('hasty', { side: 'answer', remote });
    await Promise.all([patient.described, hasty.described]);
    ends = { inviter, patient, hasty };
  },

  hastyEnded: (): Promise<CloseReason> => ends.hasty.closed,

  /** The answer arrives; resolves when both ends are open. */
  async answer(): Promise<CompactDescription['setup']> {
    const answer = await ends.patient.described;
    ends.inviter.connection.acceptAnswer(answer);
    await Promise.all([ends.inviter.opened, ends.patient.opened]);
    return answer.setup;
  },
};

declare global {
  interface Window {
    handMade: typeof handMade;
  }
}

window.handMade = handMade;
