/** What is plugged in and may be named. */

export interface DeviceList {
  cameras: { id: string; label: string }[];
  microphones: { id: string; label: string }[];
  speakers: { id: string; label: string }[];
}

export const nothingListed: DeviceList = { cameras: [], microphones: [], speakers: [] };

export async function listDevices(): Promise<DeviceList> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const of = (kind: MediaDeviceKind): { id: string; label: string }[] =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '' && device.label !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') };
}
