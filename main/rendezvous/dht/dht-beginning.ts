/** Where a search in the DHT begins. */
import type { HyperdhtAddress } from './hyperdht';

export const MAX_KNOWN_NODES = 32;

export interface DhtBeginning {
  /** `HOST:PORT`. */
  nodes: readonly string[];
  /** Whether those that hyperdht knows by itself are asked as well. */
  andUsual: boolean;
}

/** Nodes that answered before: with them a search begins even where all usual nodes are cut off. */
export interface KnownDhtNodes {
  read: () => readonly HyperdhtAddress[];
  /** Keeps these nodes instead of those of before. */
  keep: (nodes: readonly HyperdhtAddress[]) => void;
}

/** A list of nodes that is known for as long as the program runs. */
export function nodesInMemory(): KnownDhtNodes {
  let known: readonly HyperdhtAddress[] = [];
  return {
    read: () => known,
    keep: (nodes) => {
      known = nodes;
    },
  };
}
