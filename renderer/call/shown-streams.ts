/**
 * What is shown of the others: one stream for each person, whatever links come and go, so that a picture stays
 * until there is a newer one.
 */
export class ShownStreams {
  readonly #streams = new Map<string, MediaStream>();
  /** New pictures of which nothing has arrived yet. */
  readonly #coming = new Map<string, () => void>();

  constructor(private readonly changed: (streams: ReadonlyMap<string, MediaStream>) => void) {}

  /** The track takes the place of the one before of its kind; a picture only once there is something to see. */
  show(peerId: string, track: MediaStreamTrack): void {
    const stream = this.#streams.get(peerId);
    if (!stream || track.kind !== 'video' || stream.getVideoTracks().length === 0) {
      this.#put(peerId, track);
      return;
    }
    this.#coming.get(peerId)?.();
    const cancel = onFirstPicture(track, () => {
      this.#coming.delete(peerId);
      this.#put(peerId, track);
    });
    this.#coming.set(peerId, cancel);
  }

  /** Lets go of everybody else. */
  keepOnly(peerIds: readonly string[]): void {
    const gone = [...this.#streams.keys()].filter((peerId) => !peerIds.includes(peerId));
    for (const peerId of gone) {
      this.#streams.delete(peerId);
      this.#coming.get(peerId)?.();
      this.#coming.delete(peerId);
    }
    if (gone.length > 0) this.#tell();
  }

  #put(peerId: string, track: MediaStreamTrack): void {
    const stream = this.#streams.get(peerId) ?? new MediaStream();
    const before = stream.getTracks().filter(({ kind }) => kind === track.kind);
    stream.addTrack(track);
    for (const old of before) stream.removeTrack(old);
    this.#streams.set(peerId, stream);
    this.#tell();
  }

  #tell(): void {
    this.changed(new Map(this.#streams));
  }
}

/** An element that nobody sees plays the track until its first picture. Returns what ends that. */
function onFirstPicture(track: MediaStreamTrack, seen: () => void): () => void {
  const probe = document.createElement('video');
  const end = (): void => {
    probe.srcObject = null;
  };
  probe.muted = true;
  probe.srcObject = new MediaStream([track]);
  probe.requestVideoFrameCallback(() => {
    end();
    seen();
  });
  // Interrupted only when it is ended before its first picture.
  probe.play().catch(() => undefined);
  return end;
}
