import { expect, it } from 'vitest';
import { checkedDhtNodes } from '../../../../../main/rendezvous/dht/dht-node-list';
import { VigilError } from '../../../../../shared/errors';

it('keeps HOST:PORT in lower case, each once', () => {
  expect(
    checkedDhtNodes(['Node1.Example:49737', 'node1.example:49737', '127.0.0.1:1', '[::1]:65535']),
  ).toEqual(['node1.example:49737', '127.0.0.1:1', '[::1]:65535']);
  expect(checkedDhtNodes([])).toEqual([]);
});

it.each([
  '',
  'node.example',
  'node.example:',
  ':49737',
  'node.example:0',
  'node.example:65536',
  'node.example:4a',
  'node.example:-1',
  '300.1.1.1:80',
  'udp://node.example:80',
  'node.example:80/path',
  'user@node.example:80',
  '-node.example:80',
  '[zz]:80',
  '::1:80',
])('refuses %j', (node) => {
  expect(() => checkedDhtNodes(['ok.example:1', node])).toThrow(new VigilError('dht-node-invalid'));
});
