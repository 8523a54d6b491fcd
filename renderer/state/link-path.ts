/** By what path the link to somebody runs, as the connection itself tells it. */
import type { ReportedPath } from './contract';

export interface LinkPath extends ReportedPath {
  /** The host of the go-between, where the link runs through one of one's own. */
  relay?: string;
}
