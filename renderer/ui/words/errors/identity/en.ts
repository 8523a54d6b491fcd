/** Troubles with the vault, its passphrase, and files of identities and contacts. */
export const identityErrorsEn = {
  'vault-store-unavailable': {
    what: "The system's key store did not answer",
    safe: 'Yes. Nothing was lost, but nothing new is kept either.',
    todo: 'Unlock the key store of your system, then start Vigil again.',
  },
  'vault-write-failed': {
    what: 'Vigil could not save this',
    safe: 'Yes. What was saved before is still there.',
    todo: 'Look whether the disk is full or write-protected, then try again.',
  },
  'vault-damaged': {
    what: 'Your identity file can no longer be read',
    safe: 'Yes. Nothing was changed or lost by Vigil.',
    todo: 'Start Vigil again: it puts the file aside and tells you so.',
  },
  locked: {
    what: 'Vigil is locked',
    safe: 'Yes. Nothing was done.',
    todo: 'Unlock it with your passphrase.',
  },
  'passphrase-empty': {
    what: 'No passphrase was typed',
    safe: 'Yes. Nothing was changed.',
    todo: 'Type it, then try again.',
  },
  'passphrase-wrong': {
    what: 'This passphrase does not fit',
    safe: 'Yes. Nothing was changed.',
    todo: 'Try again. After each wrong one the wait is longer.',
  },
  'passphrase-wait': {
    what: 'It is too early for another try',
    safe: 'Yes. Nothing was changed.',
    todo: 'Wait a little, then try again.',
  },
  'passphrase-no-memory': {
    what: 'Vigil could not get enough memory to check the passphrase',
    safe: 'Yes. Nothing was changed.',
    todo: 'Close other programs, then try again. It takes 256 MB for a second.',
  },
  'identity-file-invalid': {
    what: 'This is not a whole identity file of Vigil',
    safe: 'Yes. Your identity is as it was.',
    todo: 'Choose the file that Vigil made, and copy it again if it was damaged on its way.',
  },
  'identity-file-newer': {
    what: 'This file was made by a newer Vigil',
    safe: 'Yes. Your identity is as it was.',
    todo: 'Update Vigil, then import it again.',
  },
  'identity-file-unreadable': {
    what: 'Vigil could not read this file',
    safe: 'Yes. Your identity is as it was.',
    todo: 'Look whether it is still there and may be read, then try again.',
  },
  'identity-file-not-saved': {
    what: 'Vigil could not save the file',
    safe: 'Yes. Your identity is as it was; there is no export.',
    todo: 'Choose another place, or look whether the disk is full.',
  },
  'no-such-contact': {
    what: 'This contact is no longer there',
    safe: 'Yes. Nothing was changed.',
    todo: 'Look at the list again.',
  },
  'file-not-contacts': {
    what: 'This is not a file of contacts of Vigil',
    safe: 'Yes. Your contacts are as they were.',
    todo: 'Choose a file that Vigil has exported. It may also be damaged, or come from a newer Vigil.',
  },
  'file-not-written': {
    what: 'The file could not be written',
    safe: 'Yes. Nothing else was changed.',
    todo: 'Look whether the disk is full or write-protected, or choose another place.',
  },
} as const;
