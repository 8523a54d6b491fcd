/** Another track goes out by this sender from now on; null: none. Refused only by a connection that is closed. */
export function replaceTrack(sender: RTCRtpSender, track: MediaStreamTrack | null): void {
  void sender.replaceTrack(track).catch(() => undefined);
}
