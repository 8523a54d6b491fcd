import { expect, test } from 'vitest';
import { addressesIn } from '../../../tools/lab/addresses';

const addresses = ['11.22.33.11', '192.168.1.10'];
const found = (...contents: (string | number[])[]): number =>
  addressesIn(
    contents.map((content) => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content))),
    addresses,
  );

test('an address is found in letters and in bytes, as often as it stands there', () => {
  expect(found('peer 11.22.33.11:4000 and 11.22.33.11', 'from 192.168.1.10')).toBe(3);
  expect(found([0, 11, 22, 33, 11, 0], [10, 1, 168, 192])).toBe(2);
});

test("a server's own address is nobody's", () => {
  expect(found('listening-ip=11.22.33.8', [11, 22, 33, 8], '')).toBe(0);
});
