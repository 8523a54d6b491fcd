/** Own nodes for peer-to-peer search, as a person writes them. */
import { VigilError } from '../../../shared/errors';

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])$/;

/** Throws VigilError dht-node-invalid on anything but HOST:PORT; returns each once, in lower case. */
export function checkedDhtNodes(nodes: readonly string[]): string[] {
  return [...new Set(nodes.map(checkedNode))];
}

function checkedNode(text: string): string {
  const node = text.trim().toLowerCase();
  const colon = node.lastIndexOf(':');
  const [host, port] = [node.slice(0, colon), node.slice(colon + 1)];
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  // The platform's reading of a host is stricter than its form: 300.1.1.1 is none.
  const isUsable = HOST.test(host) && URL.canParse(`http://${host}`);
  if (!isUsable || number < 1 || number > 65_535) throw new VigilError('dht-node-invalid');
  return `${host}:${String(number)}`;
}
