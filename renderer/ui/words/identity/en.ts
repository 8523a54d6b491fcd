/** Words of the vault, its passphrase, and the identity in it. */
export const identityEn = {
  vault: {
    weakTitle: 'This computer has no safe key store',
    weakText: 'Whoever gets a copy of your files can read your identity and pretend to be you.',
    alsoWeak:
      'Besides, this computer has no safe key store: whoever gets a copy of your files can pretend to be you.',
    damagedTitle: 'Your identity file was damaged',
    asideText:
      'It could not be read. It was kept as {{file}}, and a new identity was made. Safety numbers are different from before.',
    byUserTitle: 'You have started over',
    byUserText:
      'Your former file was kept as {{file}}. You have a new identity: safety numbers are different from before.',
    closedTitle: 'Your identity file could not be opened',
    keyRefusedText:
      'The key store of this system did not give its key: it may be locked, or the file comes from another computer. Nothing was changed. Until Vigil is closed you appear as someone new. Unlock the key store and start Vigil again.',
    newerText:
      'It was made by a newer Vigil. Nothing was changed. Until Vigil is closed you appear as someone new. Install the newer version again.',
    startOver: 'Put it aside and start over',
    overText:
      'The file is put aside, not deleted; with it go the contacts and meetings in it. The identity of this run is kept from now on: to others you become someone new. If what is said about the file can be mended, mend that instead.',
    noStoreTitle: 'Nothing is kept on this computer',
    noStoreText: 'The system offers no key store. Your identity lasts until Vigil is closed.',
    notWritableText: 'Vigil may not write its file. Your identity lasts until Vigil is closed.',
  },
  identityCode: {
    title: 'Your identity as a QR code',
    lead: 'For somebody whom you will meet in a meeting of Vigil.',
    picture: 'QR code of your identity',
    how: 'Let them scan it from your screen, or take a picture of it. In a meeting with you they open "Is this really …?", then "Code", and scan it or open the picture.',
    proves:
      'If it fits, they know that your key is at the other end. It says nothing about them to you: for that, scan theirs. It does not fit if you appear as someone new, or have made a new identity since.',
    holds:
      'It holds your public key and nothing else. Nobody can pretend to be you with it. Whoever has it can tell that it is you if you meet.',
  },
  secret: {
    current: 'Your passphrase',
    fresh: 'New passphrase',
    again: 'Once more',
    ofFile: 'Passphrase of the file',
    differs: 'The two are not the same. Write the new one twice.',
    short:
      'This is short: somebody with a copy of the file could guess it. Four or more words picked by chance are better.',
    good: 'Four or more words picked by chance are good. Nobody can tell you a forgotten one.',
    busy: 'One moment…',
    cancel: 'Cancel',
    set: {
      title: 'Set a passphrase',
      text: 'Your identity and settings will open only with it. If you forget it, they are lost: nobody can reset it. Copies of your files made before stay as readable as they were.',
      confirm: 'Set passphrase',
    },
    change: {
      title: 'Change the passphrase',
      text: 'Copies of your files made before still open with the old one.',
      confirm: 'Change passphrase',
    },
    remove: {
      title: 'Remove the passphrase',
      text: "Afterwards the system's key store alone protects your identity and settings.",
      weakText:
        'This computer has no safe key store: afterwards whoever has a copy of your files can read them and pretend to be you.',
      confirm: 'Remove passphrase',
    },
    export: {
      title: 'Export your identity',
      text: 'The file holds your key, not your name or settings. Seal it with a passphrase, then choose where to save it.',
      confirm: 'Choose a place',
    },
    import: {
      title: 'Import an identity',
      text: 'It replaces the one you have now: to others you become who is in the file. Export yours first if you may need it again. Your meetings are deleted: you cannot open them again.',
      confirm: 'Choose the file',
    },
  },
  reset: {
    title: 'Make a new identity?',
    text: 'Your key is deleted and a new one made. To everybody you become someone new: safety numbers are different, and whoever verified you has to do it again. Your meetings are deleted: you cannot open them again.',
    export: 'The old key is gone for good unless you have exported it.',
    confirm: 'Make a new identity',
  },
  locked: {
    title: 'Vigil is locked',
    text: 'Your identity and settings are sealed on this computer. An invite link that you open now waits until then.',
    passphrase: 'Passphrase',
    open: 'Unlock',
    wait_one: 'Wait {{count}} second',
    wait_other: 'Wait {{count}} seconds',
    waitMinutes_one: 'Wait {{count}} minute',
    waitMinutes_other: 'Wait {{count}} minutes',
    forgot: 'Forgot it?',
    forgotText:
      'Nobody can reset the passphrase, and there is no other way in. You can start over with a new identity: the sealed file is kept aside, in case you remember.',
    overTitle: 'Start over with a new identity?',
    overText:
      'The sealed file is put aside, not deleted. You get a new key and fresh settings: to others you become someone new, until you import an exported identity.',
  },
} as const;
