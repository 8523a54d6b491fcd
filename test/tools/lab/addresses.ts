/** Whether somebody's address stands in what a server has kept, in letters or in bytes. Pure. */

/** How often one of these IPv4 addresses stands there: written out, or as its four bytes in either order. */
export function addressesIn(contents: readonly Buffer[], addresses: readonly string[]): number {
  const forms = addresses.flatMap((address) => {
    const bytes = Buffer.from(address.split('.').map(Number));
    return [Buffer.from(address), bytes, Buffer.from(bytes.toReversed())];
  });
  return contents.reduce(
    (sum, content) => sum + forms.reduce((found, form) => found + count(content, form), 0),
    0,
  );
}

function count(content: Buffer, form: Buffer): number {
  let found = 0;
  for (let at = content.indexOf(form); at >= 0; at = content.indexOf(form, at + 1)) found++;
  return found;
}
