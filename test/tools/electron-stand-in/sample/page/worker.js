import { answer } from './answer.js';

const response = await fetch('style.css');
postMessage({ answer, fetched: response.status, sframe: 'RTCTransformEvent' in globalThis });
