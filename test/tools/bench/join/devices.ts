/** The camera and the microphone of all that are compared: Chromium's own, at its own rate. */
export const joinDevices = ['--use-fake-device-for-media-stream'];
