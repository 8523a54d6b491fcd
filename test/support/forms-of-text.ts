/** Every form in which a text may stand in a file, a packet or a log. */
export function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    // Without the characters that the bytes around it take part in.
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4));
  });
  const utf16be = Buffer.from(text, 'utf16le').swap16();
  return [utf8, Buffer.from(text, 'utf16le'), utf16be, Buffer.from(utf8.toString('hex')), ...base64];
}
