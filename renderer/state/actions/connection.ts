/** A report on the connection: read by the person first, then saved as it was read. */
import type { VigilBridge } from '../../../shared/ipc';
import type { ReportedPath } from '../contract';
import type { ShownPath } from '../shown-path';
import type { RunRequest } from './run-request';
import type { Notice } from '../notice';

export interface ConnectionActions {
  /** Puts the report before the person; nothing is written. */
  openReport: () => void;
  closeReport: () => void;
  /** Into a file that the person chooses. */
  saveReport: () => void;
}

/** Of the window's state, what a report needs and changes. */
interface ReportStore {
  get: () => { paths: ReadonlyMap<string, ShownPath> };
  set: (change: { report: string | null; notice?: Notice }) => void;
}

export function createConnectionActions(
  { request }: VigilBridge,
  run: RunRequest,
  store: ReportStore,
): ConnectionActions {
  return {
    openReport: () => {
      run(request['report:compose']({ paths: kindsOf(store.get().paths) }), ({ text }) => {
        store.set({ report: text });
      });
    },
    closeReport: () => {
      store.set({ report: null });
    },
    saveReport: () => {
      run(request['report:save'](undefined), ({ saved }) => {
        if (saved) store.set({ report: null, notice: { kind: 'done', what: 'report-saved' } });
      });
    },
  };
}

/** Neither who it is nor where it leads leaves the window. */
function kindsOf(paths: ReadonlyMap<string, ShownPath>): ReportedPath[] {
  return [...paths.values()].map(({ kind, protocol, rttMs }) => ({ kind, protocol, rttMs }));
}
