/** Every connection that carries media is made with this. */

export interface SealedConfiguration extends RTCConfiguration {
  encodedInsertableStreams: true;
}

/**
 * Chromium: frames wait for a transform and are dropped without one. Without it a receiver whose transceiver is
 * there already, as in every two-way call, would pass by its transform in silence.
 */
export function sealedConfiguration(configuration: RTCConfiguration): SealedConfiguration {
  return { ...configuration, encodedInsertableStreams: true };
}
