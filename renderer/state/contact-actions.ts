/** Whom this person has met. */
import type { VigilBridge } from '../../shared/ipc';
import type { RunRequest } from './membership-actions';
import type { Store } from './store';

export interface ContactActions {
  renameContact: (id: string, name: string) => void;
  forgetContact: (id: string) => void;
  /** Into a file that the person chooses. */
  exportContacts: () => void;
  importContacts: () => void;
}

export function createContactActions(
  { request }: VigilBridge,
  run: RunRequest,
  store: Store,
): ContactActions {
  return {
    renameContact: (id, name) => {
      run(request['contacts:rename']({ id, name }), () => {
        store.set({ notice: { kind: 'done', what: 'saved' } });
      });
    },
    forgetContact: (id) => {
      run(request['contacts:forget']({ id }), () => {
        store.set({ notice: { kind: 'done', what: 'contact-forgotten' } });
      });
    },
    exportContacts: () => {
      run(request['contacts:export'](undefined), ({ saved }) => {
        if (saved) store.set({ notice: { kind: 'done', what: 'contacts-exported' } });
      });
    },
    importContacts: () => {
      run(request['contacts:import'](undefined), ({ added }) => {
        if (added !== null) store.set({ notice: { kind: 'contacts-added', count: added } });
      });
    },
  };
}
