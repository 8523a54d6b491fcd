/** What is shown of the others: one stream for each person, or each person's screen, whatever connections come and go. */
export class ShownStreams {
  readonly #streams = new Map<string, MediaStream>();

  constructor(private readonly changed: (streams: ReadonlyMap<string, MediaStream>) => void) {}

  /** The track takes the place of the one before of its kind. */
  show(peerId: string, track: MediaStreamTrack): void {
    const stream = this.#streams.get(peerId) ?? new MediaStream();
    const before = stream.getTracks().filter(({ kind }) => kind === track.kind);
    stream.addTrack(track);
    for (const old of before) stream.removeTrack(old);
    this.#streams.set(peerId, stream);
    this.#tell();
  }

  /** Lets go of everybody else. */
  keepOnly(peerIds: readonly string[]): void {
    const gone = [...this.#streams.keys()].filter((peerId) => !peerIds.includes(peerId));
    for (const peerId of gone) this.#streams.delete(peerId);
    if (gone.length > 0) this.#tell();
  }

  #tell(): void {
    this.changed(new Map(this.#streams));
  }
}
