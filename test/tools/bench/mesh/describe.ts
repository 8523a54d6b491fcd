/** Descriptions of the pages of this bench: whole, with their candidates, so that one of each is enough. */

export async function described(connection: RTCPeerConnection): Promise<RTCSessionDescriptionInit> {
  await connection.setLocalDescription();
  if (connection.iceGatheringState !== 'complete')
    await new Promise<void>((resolve) => {
      connection.onicegatheringstatechange = () => {
        if (connection.iceGatheringState === 'complete') resolve();
      };
    });
  const { localDescription } = connection;
  if (!localDescription) throw new Error('no description');
  return { type: localDescription.type, sdp: localDescription.sdp };
}

export function vp8Alone(transceiver: RTCRtpTransceiver): void {
  const codecs = RTCRtpReceiver.getCapabilities('video')?.codecs ?? [];
  transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => /VP8|rtx/.test(mimeType)));
}
