/** Whom this person has met. */
import type { VigilBridge } from '../../../shared/ipc';
import type { RunRequest } from './run-request';
import type { Notice } from '../notice';

export interface ContactActions {
  /** done: the name is kept. */
  renameContact: (id: string, name: string, done: () => void) => void;
  forgetContact: (id: string) => void;
  /** Into a file that the person chooses. */
  exportContacts: () => void;
  importContacts: () => void;
}

export function createContactActions(
  { request }: VigilBridge,
  run: RunRequest,
  tell: (notice: Notice) => void,
): ContactActions {
  return {
    renameContact: (id, name, done) => {
      run(request['contacts:rename']({ id, name }), () => {
        done();
        tell({ kind: 'done', what: 'saved' });
      });
    },
    forgetContact: (id) => {
      run(request['contacts:forget']({ id }), () => {
        tell({ kind: 'done', what: 'contact-forgotten' });
      });
    },
    exportContacts: () => {
      run(request['contacts:export'](undefined), ({ saved }) => {
        if (saved) tell({ kind: 'done', what: 'contacts-exported' });
      });
    },
    importContacts: () => {
      run(request['contacts:import'](undefined), ({ added }) => {
        if (added !== null) tell({ kind: 'contacts-added', count: added });
      });
    },
  };
}
