/**
 * A TURN server as a program: `node --import tsx test/support/turn/serve.ts --host 127.0.0.1 [--port 3478] [--seconds 300]`.
 * Its first line is JSON: `{"ready":true,"host":…,"port":…,"username":…,"credential":…}`. It ends by itself.
 */
import { parseArgs } from 'node:util';
import { obstacleToCoturn, startCoturn } from './coturn';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    username: { type: 'string', default: 'vigil' },
    credential: { type: 'string', default: 'candle' },
    seconds: { type: 'string', default: '300' },
  },
});

try {
  const obstacle = await obstacleToCoturn();
  if (obstacle !== null) throw new Error(obstacle);
  const { seconds, port, ...options } = values;
  const limitSeconds = Number(seconds);
  const coturn = await startCoturn({ ...options, port: Number(port), limitSeconds });
  const { close, ...facts } = coturn;
  console.log(JSON.stringify({ ready: true, ...facts }));
  const timer = setTimeout(() => void close(), limitSeconds * 1000);
  const end = (): void => {
    clearTimeout(timer);
    void close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
} catch (error) {
  console.log(JSON.stringify({ ready: false, why: error instanceof Error ? error.message : String(error) }));
  process.exitCode = 1;
}
