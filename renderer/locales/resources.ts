/** The English words, as `npm run locale` writes them down for i18next's types. */
export interface Resources {
  "alerts": {
    "system": {
      "waiting_one": "Someone asks to join",
      "waiting_other": "{{count}} people are waiting to join",
      "waitingNamed": "{{name}} asks to join. {{standing}}",
      "hand": "A hand is raised",
      "handNamed": "{{name}} raised a hand",
      "joined": "You joined the meeting",
      "notJoined": "You could not join the meeting",
      "ended": "The meeting ended",
      "endAsked": "The host asks everyone to end the meeting",
      "someone": "Someone"
    },
    "standing": {
      "verified": "Verified",
      "met": "Known, unverified",
      "new": "New, unverified",
      "changed": "Contact's name, other key"
    },
    "settings": {
      "notifications": "Notifications",
      "notificationsText": "When someone asks to join, a hand is raised or the meeting ends, and Vigil is not in front.",
      "missing": "This system shows no notifications. The tone and the taskbar still tell you.",
      "failed": "The system refused the last notification. Allow Vigil in the system's settings.",
      "names": "Names in notifications",
      "namesText": "Shows names and the meeting title. Anyone who sees your screen can read them, and the system can keep them.",
      "tone": "Alert tone",
      "toneText": "A soft tone with each alert, and whenever someone asks to join.",
      "tray": "Stay in the tray",
      "trayText": "Closing the window hides it. A meeting goes on, with microphone and camera as they are. Vigil's symbol in the tray shows it again.",
      "trayMissing": "This system shows no tray, so closing the window closes Vigil. In a meeting, Vigil asks first.",
      "login": "Start at login",
      "loginText": "Vigil opens when you log in to this computer."
    },
    "knocks": {
      "waiting": "Waiting to join, {{number}}",
      "longest": "Longest wait first",
      "verified": "Verified, {{number}}",
      "unverified": "Unverified, {{number}}",
      "oneByOne": "One by one. A name proves nothing.",
      "letInVerified": "Let in all verified",
      "more": "More about {{name}}",
      "block": "Block for this meeting…",
      "blockText": "This key cannot ask again. A new key can.",
      "blockTitle": "Block {{name}} for this meeting?",
      "blockLong": "You will not be asked about this key again. A new key can ask, and another host or co-host can still let this one in.",
      "blockConfirm": "Block",
      "cancel": "Cancel",
      "changedTitle": "Let in {{name}} with another key?",
      "news_one": "{{count}} person waits to join",
      "news_other": "{{count}} people wait to join"
    },
    "outcome": {
      "let-in": "Let in",
      "joined": "Joined",
      "declined": "Declined",
      "gone": "Gone"
    },
    "tray": {
      "inMeeting": "In a meeting",
      "mute": "Mute",
      "unmute": "Unmute",
      "leave": "Leave…",
      "show": "Show Vigil",
      "quit": "Quit Vigil"
    }
  },
  "background": {
    "label": "What others see of you",
    "choice": {
      "none": "You and the room",
      "blur": "You, the room blurred",
      "color": "You before one color",
      "picture": "You before your own picture",
      "hidden": "Your face hidden"
    },
    "text": {
      "none": "Your camera as it is.",
      "blur": "Light and colors of the room stay, and some of it can show around your hair.",
      "color": "The room can show around your hair and hands, and when you move.",
      "picture": "The picture stays in memory until Vigil is locked or closed; then one color takes its place. The room can show around your hair and hands.",
      "hidden": "Others see your outline in one color, and nothing else of the picture. Your voice, your build and how you move can still tell who you are."
    },
    "color": "Color",
    "choosePicture": "Choose a picture",
    "notAPicture": "Vigil cannot show this picture.",
    "cost": "Takes about {{percent}} % of one processor core.",
    "problem": {
      "no-background": "The background does not work. Your camera is off.",
      "background-slow": "This computer is too slow for a background. Your camera is off."
    },
    "problemTodo": {
      "no-background": "Nothing of the picture is shown now. Try again, or choose under Devices what others see of you.",
      "background-slow": "Nothing of the picture is shown now. Choose under Devices what others see of you, or continue without video."
    },
    "reveal": {
      "face": {
        "title": "Show your face?",
        "text": "Others will see your face as the camera does, and with it who you are. That cannot be taken back.",
        "confirm": "Show my face"
      },
      "room": {
        "title": "Show the room?",
        "text": "Others will see the room behind you, and what is in it, as the camera does.",
        "confirm": "Show the room"
      },
      "stay": "Stay hidden"
    }
  },
  "by-hand": {
    "codeSource": {
      "scan": "Scan QR code",
      "image": "Open image"
    },
    "invite": "Manual invite",
    "lead": "Works without any relay. You exchange two texts, by any means or from screen to screen.",
    "promise": "Nothing is sent until you ask to join. Then Vigil makes a text for you to send back, which holds your IP address. It also starts looking for the computer that the invitation names: the person who made it can see your IP address from then on. No audio or video until you are let in.",
    "give": "1. Give this",
    "take": "2. Take the answer",
    "copy": "Copy text",
    "ownInvitation": "QR code with the invitation",
    "ownAnswer": "QR code with the answer",
    "secret": "It holds the invite link and your IP address. Only someone who has it can read it: give it only to the person you invite.",
    "until": "It waits for an answer until {{when}}. It works for one person.",
    "paste": "Paste what came back",
    "connect": "Connect",
    "takeBack": "Take back",
    "another": "Another invitation",
    "preparing": "Vigil is making the invitation.",
    "connecting": "The answer is here. Vigil is connecting.",
    "connected": "Connected. The person you invited now asks to join.",
    "done": "This invitation has been used.",
    "preparingAnswer": "Vigil is making your answer to the invitation.",
    "standing": "Your answer has arrived: the manual connection works.",
    "sendBack": "Send this back to the person who invited you",
    "sendBackText": "Use the channel that the invitation came by, or hold the QR code up to their camera. Once they take it, you are in the waiting room.",
    "answerSecret": "It holds your IP address. Only someone who has the invitation too can read it. Keep this page open until then.",
    "failed": {
      "no-address": {
        "what": "This computer has no IP address to share",
        "todo": "Connect it to a network, even one without internet, then make another invitation.",
        "ask": "Connect it to a network, even one without internet. Then open the invitation again."
      },
      "no-path": {
        "what": "The two computers cannot connect to each other",
        "todo": "Use the same network if you can, or add a TURN server under Connection. Then make another invitation.",
        "ask": "Use the same network if you can, or add a TURN server under Connection. Then ask for another invitation."
      },
      "no-address-relayed": {
        "what": "No TURN server gave an address to share",
        "todo": "Test your TURN server under Connection, then make another invitation.",
        "ask": "Test your TURN server under Connection. Then open the invitation again."
      },
      "no-path-relayed": {
        "what": "No TURN server could connect the two computers",
        "todo": "Test your TURN server under Connection. Then make another invitation.",
        "ask": "Test your TURN server under Connection. Then ask for another invitation."
      },
      "too-late": {
        "what": "No one connected in time",
        "todo": "Make another invitation when both of you have time.",
        "ask": "Ask for another invitation when both of you have time."
      },
      "window-gone": {
        "what": "The window was reloaded, and this invitation is lost",
        "todo": "Make another invitation.",
        "ask": "Ask for another invitation."
      }
    }
  },
  "calling": {
    "call": "Call",
    "callNamed": "Call {{name}}",
    "text": "Vigil cannot ring {{name}}. Send the link any way you like; only {{name}}'s key skips the waiting room.",
    "copy": "Copy link and start",
    "cancel": "Cancel"
  },
  "common": {
    "three": {
      "what": "What happened",
      "safe": "Is it safe?",
      "todo": "What to do"
    },
    "close": "Close",
    "dismiss": "Dismiss",
    "home": "Home",
    "settings": "Settings",
    "you": "You",
    "somebody": "Someone",
    "tryAgain": "Try again",
    "untitled": "Untitled meeting",
    "loading": "Vigil is starting",
    "sentences": "{{first}}. {{second}}",
    "inARow": "{{first}} {{second}}",
    "notice": {
      "invite-copied": "Copied. It is removed from the clipboard after a minute.",
      "report-saved": "Diagnostic report saved",
      "hand-text-copied": "Text copied",
      "link-replaced": "Link replaced. The old one works only for people who were already in.",
      "number-copied": "Safety number copied",
      "group-code-copied": "Group safety number copied",
      "message-copied": "Message copied",
      "address-copied": "Link copied",
      "contact-forgotten": "Contact forgotten",
      "contacts-exported": "Contacts saved to the file",
      "contacts-added_one": "{{count}} contact added",
      "contacts-added_other": "{{count}} contacts added",
      "saved": "Saved",
      "passphrase-set": "Passphrase set",
      "passphrase-removed": "Passphrase removed",
      "identity-exported": "Identity exported",
      "identity-imported": "Identity imported. You now have its key.",
      "identity-reset": "You have a new identity"
    },
    "keys": {
      "title": "Keyboard shortcuts",
      "mute": "Mute",
      "camera": "Camera",
      "hand": "Raise or lower hand",
      "chat": "Chat",
      "people": "People",
      "safety": "Verify someone",
      "copyInvite": "Copy invite link",
      "leave": "Leave (asks first)",
      "help": "This list",
      "close": "Close what is open",
      "shift": "Shift",
      "control": "Ctrl"
    }
  },
  "connection": {
    "status": {
      "ready": "Ready",
      "readyText": "Participants can find each other.",
      "one-left": "One method left",
      "one-leftText": "Only one connection method works. One is enough.",
      "trying": "Trying",
      "tryingText": "Waiting for the first answer.",
      "none": "Can't connect",
      "noneText": "No connection method works. No one new can find you right now.",
      "off": "Can't connect",
      "offText": "Every connection method is switched off.",
      "no-proxy": "Can't connect",
      "no-proxyText": "The proxy of private mode does not answer, so nothing is sent.",
      "idle": "Idle",
      "idleText": "Vigil looks for others only when you start or join a meeting.",
      "rest": "Idle",
      "restText": "Last answer at {{time}}. Vigil looks for others when you start or join a meeting.",
      "show": "Show connection"
    },
    "title": "Connection",
    "open": "Connection",
    "openText": "Connection methods, relays, and a diagnostic report.",
    "head": {
      "ready_one": "One connection method works",
      "ready_other": "{{count}} connection methods work",
      "one-left": "One connection method left",
      "trying": "Looking for a connection",
      "none": "Can't connect right now",
      "off": "Every connection method is switched off",
      "no-proxy": "Can't connect right now",
      "resting_one": "One connection method is ready, not in use",
      "resting_other": "{{count}} connection methods are ready, not in use"
    },
    "lead": {
      "ready": "Vigil tries them all at once. One is enough to meet, and none is needed once you are in.",
      "one-left": "Others can find you through {{ways}} only. One is enough to meet, and none is needed once you are in. A manual invite needs none of them.",
      "trying": "Nothing has answered yet. Vigil keeps trying.",
      "none": "No one new can find you. Existing connections stay. A manual invite needs none of this.",
      "off": "No one can find you, and you can find no one. A manual invite needs none of this.",
      "no-proxy": "The proxy of private mode does not answer, so nothing is sent. Vigil connects no other way.",
      "idle": "Vigil uses them only when you start or join a meeting. Then it shows whether they work."
    },
    "nextMeeting": "What you switch here applies from the next meeting.",
    "transports": "Connection methods",
    "transport": {
      "nostr": "Relays (Nostr)",
      "dht": "Peer-to-peer discovery (DHT)",
      "lan": "Local network",
      "members": "People already in the meeting",
      "paste": "Manual invite"
    },
    "inSentence": {
      "nostr": "relays",
      "dht": "peer-to-peer discovery (DHT)",
      "lan": "the local network"
    },
    "transportText": {
      "nostr": "Small public servers (Nostr). They pass on encrypted notes they cannot read, but see your IP address and when you are online.",
      "nostrPrivate": "Small public servers (Nostr). They pass on encrypted notes they cannot read. They see the IP address of your proxy, and when you are online.",
      "dht": "No relay at all: computers like yours pass on encrypted notes. They see your IP address.",
      "lan": "Finds people in the same house or on the same Wi-Fi, even without internet.",
      "members": "Once you are in, participants introduce one another and repair broken connections. No server is needed for it.",
      "paste": "Exchange two short texts or QR codes by any means you have."
    },
    "state": {
      "off": "Off",
      "not-private": "Off in private mode",
      "idle": "Ready, not in use",
      "trying": "Trying",
      "works": "Works",
      "silent": "No answer",
      "refused": "Refused",
      "failed": "Does not work here",
      "offNext": "Off from the next meeting",
      "offRun": "Off for this run",
      "always": "Needs no relay",
      "hidden": "Off while your IP address is hidden",
      "inMeeting": "In a meeting",
      "alone": "Only you are here",
      "here_one": "{{count}} other here",
      "here_other": "{{count}} others here"
    },
    "relaysAnswer_one": "{{works}} of {{count}} answers",
    "relaysAnswer_other": "{{works}} of {{count}} answer",
    "worksHere_one": "Works, {{count}} other here",
    "worksHere_other": "Works, {{count}} others here",
    "exchange": "{{ago}}, {{ms}} ms",
    "lastHeard": "last heard at {{time}}",
    "neverHeard": "no answer yet",
    "why": {
      "no-network": "This computer has no network right now.",
      "no-multicast": "This network does not let computers find one another.",
      "no-nodes": "Peer-to-peer discovery found no one.",
      "no-answer": "No answer came back.",
      "refused": "Every relay refuses. The reason is shown beside each."
    },
    "relaySilent": "{{relay}} has not answered since {{time}}.",
    "relaysSilent_one": "{{count}} relay has stopped answering.",
    "relaysSilent_other": "{{count}} relays have stopped answering.",
    "relaysRefuse_one": "{{count}} relay refuses this computer.",
    "relaysRefuse_other": "{{count}} relays refuse this computer.",
    "refusal": {
      "sign-in": "requires signing in",
      "members-only": "accepts only its members",
      "blocked": "blocks this address or its messages",
      "work": "requires a proof of work",
      "too-much": "gets too many messages",
      "busy": "is too busy right now",
      "moved": "has moved to another address",
      "certificate": "certificate or clock is wrong",
      "clock": "rejects this computer's clock",
      "swallows": "accepts messages and delivers none",
      "other": "gives another reason"
    },
    "signIn": "Sign in to {{relay}}",
    "signInText": "Vigil signs with a one-time key, made for one connection. It does not hold your name or identity.",
    "othersWork_one": "One other works, so nothing is lost.",
    "othersWork_other": "{{count}} others work, so nothing is lost.",
    "noOtherRelay": "No other relay works right now.",
    "nodes": "Your own nodes for peer-to-peer discovery (DHT)",
    "nodesText": "Discovery starts here, besides the nodes that Vigil knows by itself. You can leave it empty: most people need none.",
    "nodesField": "Addresses, separated by spaces",
    "nodesHint_one": "At most {{count}}, each written as HOST:PORT.",
    "nodesHint_other": "At most {{count}}, each written as HOST:PORT.",
    "nodesFull_one": "There can be at most {{count}}.",
    "nodesFull_other": "There can be at most {{count}}.",
    "save": "Save",
    "links": {
      "title": "Your connections",
      "none": "You are not connected to anyone yet.",
      "path": {
        "same-network": "Direct, on the local network",
        "direct": "Direct",
        "relayed": "Through a TURN server, encrypted",
        "relayedBy": "Through {{relay}}, encrypted",
        "none": "No connection right now",
        "opening": "Connecting",
        "unknown": "Connected, path not known yet",
        "held": "Paused until you decide"
      },
      "detail": "{{protocol}}, {{ms}} ms",
      "protocol": {
        "udp": "UDP",
        "tcp": "TCP",
        "tls": "TLS"
      }
    },
    "report": {
      "button": "Save a diagnostic report",
      "title": "Diagnostic report",
      "lead": "It stays on this computer until you give it to someone.",
      "text": "It tells how each connection method does and how connections run. It holds no names, keys, links, titles or addresses; your own relays appear as numbers. Read it before you save it.",
      "label": "The report",
      "save": "Choose where to save",
      "cancel": "Cancel"
    },
    "happening": {
      "title": "Meeting security",
      "open": "Meeting security",
      "openText": "Who can decrypt this, and how it is encrypted",
      "connectionText": "Connection methods, relays, your connections",
      "more": "More about this meeting",
      "who": "Who can decrypt this",
      "whoAlone": "Only you. No audio or video of yours is sent.",
      "whoText": "Your audio and video are encrypted for the people in this list whose connection is up, and for no one else. No server has a key.",
      "whoUnverified": "Someone unverified has proved a key, not a name: it can be anyone.",
      "whoLists": "Not everyone sees the same people right now. Ask aloud who is here.",
      "closed": "One connection failed its security check and was closed.",
      "broken": "This computer cannot encrypt right now, so nothing is sent.",
      "how": "Technical details",
      "handshake": "Handshake between each two computers",
      "frames": "Audio and video, frame by frame",
      "epoch": "Your key right now",
      "epochValue": "Generation {{generation}}, step {{step}}",
      "epochNone": "None: nothing is encrypted, so nothing is sent",
      "epochText": "A new step when someone joins, so that they cannot decrypt the past. A new generation when someone leaves, so that they cannot decrypt the future.",
      "trust": "Why should I trust this?",
      "trustText": "No server has a key, and no meeting server can be shut down. A TURN server can cut, not read, connections through it. Each connection has proved the key it claims. These limits remain:",
      "limits": {
        "record": "Everyone here can record what they see and hear.",
        "verify": "Without verifying you do not know who has the other key.",
        "computer": "Malware on one of the computers sees what its user sees.",
        "address": "Everyone here sees your IP address. So do the services that help you find each other: relays, peer-to-peer discovery (DHT), STUN servers.",
        "addressVerified": "The people you have verified see your IP address. So do the services that help you find each other: relays, peer-to-peer discovery (DHT), TURN servers, STUN servers.",
        "addressRelays": "No one here sees your IP address. Your TURN server does, and so do relays and peer-to-peer discovery (DHT).",
        "traffic": "Anyone who watches your network sees that you use Vigil, when, and how much.",
        "audit": "No outsider has audited Vigil. Its code and its threat model are open to read."
      },
      "verify": "Verify {{name}}"
    }
  },
  "door": {
    "invite": {
      "title": "Invite someone",
      "text": {
        "asks": "Send this link through a channel you trust. Anyone who has it can ask to join; you decide who gets in.",
        "open": "Send this link through a channel you trust, only to people who are welcome. Anyone who has it can join without asking.",
        "locked": "The meeting is locked. Until you unlock it, this link lets no one new in."
      },
      "waitingOpen": "Waiting for someone to join",
      "waiting": "Waiting for someone to ask to join",
      "copy": "Copy invite link",
      "show": "Show link",
      "hide": "Hide link",
      "link": "Invite link",
      "until": "Works until {{when}}"
    },
    "knock": {
      "title": "{{name}} asks to join",
      "heading": "Waiting to join",
      "since": "since {{time}}",
      "text": "Anyone with the link can use any name. Let in only people you expect.",
      "admit": "Let in",
      "deny": "Decline"
    },
    "title": "Who can join",
    "lobby": "Waiting room",
    "lobbyOn": "If off, anyone with the link can join without asking, and learns everyone's identity key and IP address.",
    "lobbyOff": "Off: anyone with the link can join without asking, and learns everyone's identity key and IP address.",
    "lobbyOffLocked": "Once unlocked, anyone with the link can join without asking, and learns everyone's identity key and IP address.",
    "lock": "Lock the meeting",
    "lockText": "No one new can join",
    "linkText": "Everyone here has a link and can pass it on.",
    "copy": "Copy",
    "replace": "Replace",
    "replaceLabel": "Replace the invite link",
    "asks": "The host or a co-host decides who joins.",
    "open": "Anyone with the link can join. No one has to ask.",
    "locked": "The meeting is locked. No one new can join.",
    "replaceLink": {
      "title": "Replace the invite link?",
      "text": "The old link then works only for people who were already in. Anyone else who has it is told that it was replaced. No one is removed.",
      "send": "You have to send the new link yourself, through a channel you trust. You cannot go back to the old one.",
      "stay": "Cancel",
      "confirm": "Replace link"
    },
    "remove": {
      "button": "Remove from the meeting",
      "title": "Remove {{name}}?",
      "text": "Everyone stops sending to {{name}} and changes keys. {{name}} cannot rejoin. What {{name}} saw and heard cannot be taken back.",
      "lobby": "From then on, newcomers have to ask: 'Waiting room' is switched on.",
      "stay": "Cancel",
      "confirm": "Remove"
    }
  },
  "ending": {
    "leave": {
      "title": "Leave the meeting?",
      "text": "The others stay. If the meeting is still on, you can ask to join again with the same link.",
      "aloneText": "Only you are here.",
      "hostText": "The meeting goes on without you. The others stay connected to one another.",
      "coHosts": "Co-hosts can let people in.",
      "nobody": "No one else can let people in. To change that, make someone a co-host first.",
      "open": "Anyone with the link can still join.",
      "end": "Ask everyone to end",
      "endText": "You leave, and Vigil asks everyone to leave. People can stay: no one can end a meeting for others. You cannot open this meeting again.",
      "stay": "Stay",
      "leave": "Leave"
    },
    "ended": {
      "left": {
        "title": "You have left the meeting",
        "what": "The connection is closed.",
        "safe": "Yes. Vigil no longer sends audio or video.",
        "todo": "Nothing. To meet again, start a new meeting, open one of yours again, or open an invite link."
      },
      "denied": {
        "title": "You were not let in",
        "what": "The host or a co-host declined your request, or removed you earlier.",
        "safe": "Yes. No audio or video was sent. Only your request was seen, with your name and key.",
        "todo": "Contact the host another way and ask."
      },
      "full": {
        "title": "The meeting is full",
        "what": "A meeting holds up to sixteen people, and this one has sixteen.",
        "safe": "Yes. No audio or video was sent.",
        "todo": "Try again later, or start a meeting of your own and send the link."
      },
      "expired": {
        "title": "The invite has expired",
        "what": "The link worked until {{when}}.",
        "safe": "Yes. Vigil no longer sends audio or video.",
        "todo": "Ask for a new link, or start a new meeting."
      },
      "locked": {
        "title": "The meeting is locked",
        "what": "No one new is let in right now.",
        "safe": "Yes. No audio or video was sent. The host or a co-host might have seen the name you gave.",
        "todo": "Contact the host another way, ask to unlock the meeting, and try again."
      },
      "replaced": {
        "title": "This link no longer lets anyone new in",
        "what": "The host replaced or closed it. Or it was made for one person and has been used.",
        "safe": "Not certain. No audio or video was sent. But if the link was made for you alone and you have not used it, someone else might have.",
        "todo": "Tell the host through another channel you trust, and ask for a new link."
      },
      "removed": {
        "title": "You were removed from the meeting",
        "what": "The host or a co-host removed you. The others have stopped sending to you.",
        "safe": "Yes. Vigil no longer sends audio or video, and you receive none.",
        "todo": "Contact the host another way. The same link does not let you in again."
      },
      "fingerprint-mismatch": {
        "title": "The connection failed its security check",
        "what": "You were let in, but the connection did not lead to the computer that was agreed on. Vigil closed it.",
        "safe": "Not certain. No audio or video was sent, but someone may have tried to intercept the connection.",
        "todo": "Contact the host another way, and ask for a new invite link."
      },
      "no-path": {
        "title": "Could not connect",
        "what": "You were let in, but Vigil could not connect the two computers.",
        "safe": "Yes. No audio or video was sent, so no one saw or heard you.",
        "todo": "Try again, or use another network, such as a phone hotspot. If it still fails, ask the host for a link with a TURN server, or add one under Connection."
      },
      "no-path-by": {
        "unreached": {
          "what": "You were let in, but your proxy does not reach the TURN server at {{places}}. Private mode tries nothing else.",
          "todo": "Many proxies allow only ports 443 and 80. If the TURN server has one of them, add it under Connection, for example turns:turn.example.org:443. Or use another proxy."
        },
        "private": {
          "what": "You were let in, but no TURN server could connect the two computers. Private mode tries nothing else.",
          "todo": "Test your TURN server under Connection, then try again. If it works, the other side might need a TURN server: ask the host for a new link that lends one over TCP or TLS."
        },
        "hidden": {
          "what": "You were let in, but no TURN server could connect the two computers. Your IP address stays hidden, so Vigil tries nothing else.",
          "todo": "Test your TURN server under Connection, then try again. If it works, the other side might need a TURN server: ask the host for a new link that lends one."
        }
      },
      "safeInside": "Yes. Vigil no longer sends audio or video.",
      "uncertainInside": "Not certain. Vigil no longer sends audio or video, but someone might have tried to intercept your connections.",
      "home": "Home"
    }
  },
  "entering": {
    "device": {
      "camera": "Camera",
      "microphone": "Microphone",
      "speaker": "Speaker",
      "systemDefault": "System default",
      "nth": "{{kind}} {{number}}",
      "missing": "The chosen device is not plugged in",
      "playSound": "Play a sound",
      "muteMic": "Mute microphone",
      "cameraSwitch": "Camera",
      "problem": {
        "camera": {
          "none-found": "Vigil found no camera",
          "busy": "Another program is using the camera",
          "denied": "Your system does not let Vigil use the camera",
          "unknown": "The camera does not start"
        },
        "microphone": {
          "none-found": "Vigil found no microphone",
          "busy": "Another program is using the microphone",
          "denied": "Your system does not let Vigil use the microphone",
          "unknown": "The microphone does not start"
        },
        "cameraTodo": {
          "none-found": "Plug one in and try again, or continue without video.",
          "busy": "Close the other program and try again, or continue without video.",
          "denied": "Allow it in the system's privacy settings and try again, or continue without video.",
          "unknown": "Try again, reconnect the camera, or continue without video."
        },
        "microphoneTodo": {
          "none-found": "Plug one in and try again. Without it, no one hears you.",
          "busy": "Close the other program and try again. Without a microphone, no one hears you.",
          "denied": "Allow it in the system's privacy settings and try again. Without a microphone, no one hears you.",
          "unknown": "Try again, or reconnect the microphone. Without it, no one hears you."
        },
        "silenced": "Your headset or your system has muted the microphone",
        "silencedTodo": "No one hears you. Unmute it there: Vigil cannot."
      }
    },
    "level": {
      "label": "Microphone level",
      "heard": "Microphone works",
      "nothing": "Vigil hears nothing",
      "waiting": "Say something",
      "off": "Microphone is off"
    },
    "preview": {
      "hostTitle": "New meeting",
      "againTitle": "Open your meeting again",
      "guestTitle": "Join a meeting",
      "itsTitle": "Title",
      "inviteSays": "The invite says",
      "inviteSaysTitle": "The invite says: {{title}}",
      "unproven": "Anyone who makes a link can write any title. It proves nothing.",
      "expires": "The link works until {{when}}",
      "name": "Your name in this meeting",
      "title": "Title (optional)",
      "titleHint": "Part of the link: anyone with the link can read it.",
      "ownPicture": "Your own video",
      "cameraStarting": "The camera is starting",
      "othersWillSee": "This is what others will see",
      "hostPromise": "Nothing is sent until you start. Then only people who were let in get your audio and video.",
      "guestPromise": "Nothing is sent until you ask to join. Then an encrypted request with your name and key goes out. No audio or video until you are let in.",
      "openPromise": "Nothing is sent until you start. Then everyone who joins with the link gets your audio and video.",
      "open": "Let anyone with the link join",
      "openText": "No one has to ask. Anyone who gets the link can watch and listen, and learns everyone's identity key and IP address.",
      "start": "Start meeting",
      "startWithout": "Start without camera",
      "ask": "Ask to join",
      "askWithout": "Ask to join without camera",
      "throwaway": "Use a one-time identity",
      "throwawayText": "A new key for this meeting only, never saved. Contacts see you as unverified. Your voice, video and IP address can still identify you.",
      "givenAway": "This is your usual name. It can identify you."
    },
    "knocking": {
      "title": "Waiting to join",
      "looking": "Looking for the meeting",
      "asked": "Waiting to be let in",
      "connecting": "Connecting",
      "lookingText": "No answer yet. The meeting may not be open. Vigil keeps trying.",
      "askedText": "Someone who can let you in sees your request.",
      "connectingText": "You were let in. Vigil is connecting you.",
      "privacy": "No audio or video leaves this computer before you are let in.",
      "cancel": "Cancel",
      "steps": "Steps",
      "done": ", done"
    },
    "firewall": {
      "title": "Windows will ask about Vigil",
      "text": "At the first meeting, the Windows firewall asks whether Vigil can use your networks. Allow private networks, so that people can reach you directly. If you refuse, meetings still work, but people on your local network might not find you, and more connections need a TURN server."
    }
  },
  "errors": {
    "hand-answer-here": {
      "what": "This is an answer, not an invitation",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Send it back to the person who invited you, to be pasted in the meeting. Paste the invitation here: it starts with vigil://meet/"
    },
    "hand-not-answer": {
      "what": "This is not an answer to a manual invite",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Copy the whole text that came back. It starts with vigil://answer/"
    },
    "hand-answer-cut-off": {
      "what": "Part of this answer is missing",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Copy it again, from the first letter to the last. Chat apps sometimes cut long texts."
    },
    "hand-answer-altered": {
      "what": "This answer was changed on its way",
      "safe": "Not certain. A typing error does this, and so does someone who changes texts. Nothing was sent.",
      "todo": "Ask for the same answer again, through another channel if you can."
    },
    "hand-answer-newer": {
      "what": "This answer was made by a newer Vigil",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Update Vigil, then invite again."
    },
    "hand-answer-older": {
      "what": "This answer was made by an older Vigil",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Ask the other person to update Vigil, then invite again."
    },
    "hand-answer-other-meeting": {
      "what": "This answer belongs to another meeting",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Ask for the answer to the invitation that you gave out here."
    },
    "hand-answer-not-awaited": {
      "what": "No invitation waits for this answer",
      "safe": "Yes. Nothing was connected.",
      "todo": "It was used already, taken back, or is too old. Make another invitation and send it."
    },
    "hand-invitation-here": {
      "what": "This is an invitation, not an answer",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Ask for the text that Vigil shows after Ask to join. To open this invitation, leave this meeting first."
    },
    "hand-own-invitation": {
      "what": "This is your own invitation",
      "safe": "Yes. The invitation still waits for its answer.",
      "todo": "Give it to the person you invite. What comes back is another text: paste that here."
    },
    "hand-too-many": {
      "what": "Four manual invites are open already",
      "safe": "Yes. They continue as before.",
      "todo": "Finish one of them or take it back, then make another one."
    },
    "image-no-code": {
      "what": "Vigil found no QR code that it can read in this image",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Choose a sharp image that shows the whole QR code with its white edge, seen from the front."
    },
    "image-unreadable": {
      "what": "Vigil could not read this image",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Choose a picture file, for example a PNG or JPEG."
    },
    "link-not-vigil": {
      "what": "This is not a Vigil invite link",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Copy the whole link that you received. It starts with vigil://join/ or has a # in it."
    },
    "link-cut-off": {
      "what": "Part of this link is missing",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Copy the link again, from the first letter to the last. Chat apps sometimes cut long links."
    },
    "link-altered": {
      "what": "This link was changed on its way",
      "safe": "Not certain. A typing error does this, and so does someone who changes links. Nothing was sent.",
      "todo": "Ask for the link again another way, for example by phone or in person."
    },
    "link-expired": {
      "what": "This invite link has expired",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Check the date and time of this computer. If they are right, ask for a new link."
    },
    "link-ahead-of-clock": {
      "what": "This link ends later than any link can",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Check the date and time of this computer: they seem to be days behind. If they are right, ask for the link again."
    },
    "link-from-newer-version": {
      "what": "This link was made by a newer Vigil",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Update Vigil, then open the link again."
    },
    "link-from-older-version": {
      "what": "This link was made by an older Vigil",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Both sides need the same protection. Ask the person who sent the link to update Vigil and send a new one."
    },
    "link-too-long": {
      "what": "This text is too long to be an invite link",
      "safe": "Yes. Nothing was opened and nothing was sent.",
      "todo": "Copy only the link, without the text around it."
    },
    "already-in-meeting": {
      "what": "You are already in a meeting",
      "safe": "Yes. The meeting continues as before.",
      "todo": "Leave it first, then open the other one."
    },
    "no-meeting": {
      "what": "The meeting no longer exists",
      "safe": "Yes. Nothing was sent.",
      "todo": "Go home and start or join a meeting."
    },
    "too-many-links": {
      "what": "This meeting has as many personal links as it can have",
      "safe": "Yes. Nothing was changed.",
      "todo": "Use the link for everyone, or make a new meeting."
    },
    "no-such-meeting": {
      "what": "This meeting is over, or was removed from this computer",
      "safe": "Yes. Nothing was sent.",
      "todo": "Make a new meeting and send its link."
    },
    "meeting-record-damaged": {
      "what": "The data of this meeting on this computer is damaged",
      "safe": "Yes. Nothing was sent. Vigil does not guess what you had decided there.",
      "todo": "Make a new meeting and send its link."
    },
    "no-such-knock": {
      "what": "This request is no longer waiting",
      "safe": "Yes. No one was let in.",
      "todo": "Wait for a new request."
    },
    "no-such-peer": {
      "what": "This person is no longer here",
      "safe": "Yes. Nothing was sent.",
      "todo": "Wait until this person is back."
    },
    "not-allowed": {
      "what": "Only the host or a co-host can do this",
      "safe": "Yes. Nothing was changed.",
      "todo": "Ask one of them to do it."
    },
    "cannot-sign": {
      "what": "This change could not be made",
      "safe": "Yes. Nothing was changed.",
      "todo": "Try again. If it fails again, continue in a new meeting."
    },
    "code-changed": {
      "what": "The group safety number has changed",
      "safe": "Yes. No one was marked as verified.",
      "todo": "Someone joined or left. Read the new number to one another, from the first group."
    },
    "no-such-message": {
      "what": "This message is no longer there",
      "todo": "Only the last messages are kept, and none after the meeting."
    },
    "too-often": {
      "what": "Too many times in a short time",
      "todo": "Wait a few seconds, then try again."
    },
    "page-not-opened": {
      "what": "The page could not be opened",
      "todo": "Copy the link and open it in a browser yourself."
    },
    "name-empty": {
      "what": "The name is missing",
      "todo": "Type a name. It can be any name."
    },
    "name-too-long": {
      "what": "Name too long",
      "todo": "Shorten it."
    },
    "title-too-long": {
      "what": "Title too long",
      "todo": "Shorten it."
    },
    "relay-url-invalid": {
      "what": "This is not the address of a relay",
      "todo": "An address looks like wss://relay.example.org"
    },
    "relay-list-empty": {
      "what": "The last relay cannot be removed",
      "todo": "Add another relay first, or switch all relays off together."
    },
    "relay-list-too-long": {
      "what": "The list of relays is full",
      "todo": "Remove a relay first."
    },
    "dht-node-invalid": {
      "what": "This is not the address of a DHT node",
      "todo": "An address looks like node.example.org:49737"
    },
    "turn-url-invalid": {
      "what": "This is not the address of a TURN server",
      "todo": "An address looks like turn.example.org or turns:turn.example.org:443"
    },
    "turn-login-invalid": {
      "what": "User name and password are missing or too long",
      "todo": "A TURN server needs both. With the address, they can have 254 characters together."
    },
    "turn-needed": {
      "what": "Vigil did not start this call",
      "safe": "Yes. Nothing was sent. Your IP address stays hidden, and there is no TURN server to hide it behind.",
      "todo": "Under Connection, add a TURN server and switch it on, or stop hiding your IP address."
    },
    "volunteer-text-none": {
      "what": "This is not a volunteer text",
      "todo": "A volunteer text starts with vigil-volunteer:"
    },
    "volunteer-text-altered": {
      "what": "This volunteer text is damaged or cut off",
      "todo": "Copy the whole text again, or ask the volunteer for it once more."
    },
    "volunteer-text-newer": {
      "what": "This volunteer text is from a newer version of Vigil",
      "todo": "Update Vigil, then paste it again."
    },
    "volunteer-list-full": {
      "what": "The list of volunteer servers is full",
      "todo": "Remove one first."
    },
    "no-such-volunteer": {
      "what": "This volunteer server is no longer in the list",
      "todo": "Paste its text again."
    },
    "volunteer-other-certificate": {
      "what": "The server at this address shows another certificate than the text names",
      "safe": "Yes. Nothing was sent except the test itself, which showed your IP address.",
      "todo": "Ask the volunteer for a new text."
    },
    "vault-store-unavailable": {
      "what": "The system's key store did not answer",
      "safe": "Yes. Nothing was lost, but nothing new is saved either.",
      "todo": "Unlock the key store of your system, then restart Vigil."
    },
    "vault-write-failed": {
      "what": "Vigil could not save this",
      "safe": "Yes. What was saved before is still there.",
      "todo": "Check whether the disk is full or write-protected, then try again."
    },
    "vault-damaged": {
      "what": "Your identity file can no longer be read",
      "safe": "Yes. Nothing was changed or lost by Vigil.",
      "todo": "Restart Vigil: it puts the file aside and tells you."
    },
    "locked": {
      "what": "Vigil is locked",
      "todo": "Unlock it with your passphrase."
    },
    "passphrase-empty": {
      "what": "No passphrase was typed",
      "todo": "Type it, then try again."
    },
    "passphrase-wrong": {
      "what": "This passphrase is wrong",
      "safe": "Yes. Nothing was changed.",
      "todo": "Try again. After each wrong one the wait is longer."
    },
    "passphrase-wait": {
      "what": "Too early for another try",
      "todo": "Wait a little, then try again."
    },
    "passphrase-no-memory": {
      "what": "Vigil could not get enough memory to check the passphrase",
      "safe": "Yes. Nothing was changed.",
      "todo": "Close other programs, then try again. It takes 256 MB for a second."
    },
    "identity-file-invalid": {
      "what": "This is not a complete Vigil identity file",
      "safe": "Yes. Your identity is as it was.",
      "todo": "Choose the file that Vigil made, and copy it again if it was damaged on its way."
    },
    "identity-file-newer": {
      "what": "This file was made by a newer Vigil",
      "safe": "Yes. Your identity is as it was.",
      "todo": "Update Vigil, then import it again."
    },
    "identity-file-unreadable": {
      "what": "Vigil could not read this file",
      "safe": "Yes. Your identity is as it was.",
      "todo": "Check whether it is still there and can be read, then try again."
    },
    "identity-file-not-saved": {
      "what": "Vigil could not save the file",
      "safe": "Yes. Your identity is as it was; there is no export.",
      "todo": "Choose another place, or check whether the disk is full."
    },
    "no-such-contact": {
      "what": "This contact is no longer there",
      "todo": "Look at the list again."
    },
    "file-paused": {
      "what": "Chat is paused, and files with it",
      "safe": "Yes. Nothing was offered.",
      "todo": "Wait until everyone can write again, then send the file."
    },
    "file-too-often": {
      "what": "Too many files in a short time",
      "safe": "Yes. The other files stay offered.",
      "todo": "Wait some seconds, then offer the next one."
    },
    "file-too-many": {
      "what": "32 files are offered already",
      "safe": "Yes. The other files stay offered.",
      "todo": "Cancel one of them, then offer another one."
    },
    "file-too-large": {
      "what": "This file is too large",
      "safe": "Yes. Nothing was offered.",
      "todo": "Vigil sends files of up to 64 GB. Split it into smaller ones first."
    },
    "file-unreadable": {
      "what": "This file cannot be read",
      "safe": "Yes. Nothing was offered.",
      "todo": "Check that it still exists and that you have access to it. Pack a folder into one file first."
    },
    "file-not-offered": {
      "what": "This file is no longer offered",
      "safe": "Yes. Nothing was saved.",
      "todo": "Ask for it once more in the chat."
    },
    "file-not-contacts": {
      "what": "This is not a Vigil contacts file",
      "safe": "Yes. Your contacts are as they were.",
      "todo": "Choose a file that Vigil exported. It might be damaged, or come from a newer Vigil."
    },
    "file-not-written": {
      "what": "The file could not be written",
      "safe": "Yes. Nothing else was changed.",
      "todo": "Check whether the disk is full or write-protected, or choose another place."
    },
    "private-mode-no-proxy": {
      "what": "Your proxy does not answer",
      "safe": "Yes. Nothing was sent, to anyone.",
      "todo": "Start Tor, or your proxy, and try again. Without private mode, relays and participants can see your IP address."
    },
    "private-mode-no-turn": {
      "what": "There is no TURN server that your proxy can reach",
      "safe": "Yes. Nothing was sent, to anyone.",
      "todo": "Under Connection, add a TURN server that is reached over TCP or TLS. Without one, audio and video would have to show your IP address."
    },
    "private-mode-damaged": {
      "what": "Vigil cannot read whether private mode is on",
      "safe": "Yes. Nothing was sent, to anyone.",
      "todo": "Choose again under Connection: on or off. Until then, Vigil connects to no one."
    },
    "private-mode-not-saved": {
      "what": "Vigil could not save this",
      "safe": "Yes. Private mode is as it was.",
      "todo": "Check whether the disk is full or write-protected, then try again."
    },
    "proxy-address-invalid": {
      "what": "This is not the address of a proxy",
      "todo": "An address looks like 127.0.0.1:9050. User names and passwords are not possible here."
    },
    "bad-request": {
      "what": "Something went wrong inside Vigil",
      "safe": "Yes. Nothing was sent.",
      "todo": "Try again. If it fails again, restart Vigil."
    },
    "internal": {
      "what": "Something went wrong inside Vigil",
      "safe": "Not certain. Treat it as not done.",
      "todo": "Try again. If it fails again, restart Vigil."
    },
    "already-recording": {
      "what": "You are already recording",
      "safe": "Yes. The recording goes on.",
      "todo": "Stop it first."
    },
    "recording-full": {
      "what": "The disk is full",
      "safe": "Yes. What was written until then is kept.",
      "todo": "Free some space, or choose another place."
    },
    "recording-not-written": {
      "what": "The recording could not be written",
      "safe": "Yes. What was written until then is kept.",
      "todo": "Check whether the place can be written to, or choose another one."
    },
    "recording-not-ours": {
      "what": "This is not an encrypted recording of Vigil",
      "safe": "Yes. Nothing was written.",
      "todo": "Choose the file that Vigil made."
    },
    "recording-newer": {
      "what": "This recording was made by a newer Vigil",
      "safe": "Yes. Nothing was written.",
      "todo": "Update Vigil, then open it again."
    },
    "recording-unreadable": {
      "what": "Vigil could not read this recording",
      "safe": "Yes. Nothing was changed.",
      "todo": "Check whether it is still there and can be read, then try again."
    },
    "recording-wrong-passphrase": {
      "what": "The passphrase does not fit this recording",
      "safe": "Yes. Nothing was written.",
      "todo": "Try again. If it is surely right, the start of the file is damaged."
    },
    "recording-same-file": {
      "what": "This is the encrypted recording itself",
      "safe": "Yes. Nothing was written.",
      "todo": "Choose another name for the opened one."
    }
  },
  "files": {
    "send": "Send a file",
    "never": "Vigil opens no file by itself.",
    "preparing": "Reading the file. It is offered when that is done.",
    "alone": "No one is here to get a file.",
    "drop": {
      "here": "Drop the file to offer it",
      "title": "Offer this file?",
      "all": "Everyone here can save it.",
      "one": "Only {{name}} can save it. The others do not see it.",
      "yes": "Offer file",
      "no": "Cancel",
      "many": "One file at a time."
    },
    "act": {
      "save": "Save…",
      "saveOf": "Save {{file}}",
      "decline": "Decline {{file}}",
      "pause": "Pause {{file}}",
      "resume": "Resume {{file}}",
      "cancel": "Cancel {{file}}",
      "askAgain": "Ask again",
      "askAgainOf": "Ask again for {{file}}"
    },
    "look": {
      "show": "Show",
      "showOf": "Show {{file}} here",
      "none": "Vigil cannot show this file. It is saved."
    },
    "pace": "{{done}}, {{speed}}",
    "left": "about {{time}} left",
    "state": {
      "offered": "Not saved yet",
      "waiting": "Waiting for {{name}}. Resumes by itself",
      "heldHere": "Paused",
      "heldThere": "{{name}} paused it",
      "full": "Disk full. Free {{size}}, then resume.",
      "unwritable": "The file cannot be written. Check the disk, then resume.",
      "damaged": "Damaged, deleted",
      "damagedThere": "Damaged at {{name}}",
      "done": "Saved",
      "complete": "{{size}}, complete at {{done}} of {{all}}",
      "declined": "Declined",
      "cancelled": "Cancelled",
      "changed": "The file was changed meanwhile. Nothing was kept.",
      "changedHere": "The file changed. Offer it again.",
      "gone": "{{name}} left. Nothing was kept.",
      "goneThere": "{{name}} left"
    },
    "news": {
      "offered": "{{name}} offers {{file}}",
      "running": "{{file}} is on its way",
      "half": "{{file}}: half is there",
      "state": "{{file}}: {{state}}",
      "more_one": "and {{count}} more",
      "more_other": "and {{count}} more"
    }
  },
  "group": {
    "name": "Group safety number",
    "notCompared": "unverified",
    "compared": "verified",
    "changed": "changed",
    "compare": "Compare the group safety number",
    "number": "Group safety number, twelve groups of five digits",
    "copy": "Copy number",
    "how": "One person reads aloud, everyone follows on their own screen: all twelve groups, from left to right. By voice or, better, in person. Not by chat.",
    "voice": "A voice can be imitated: if much depends on it, compare in person.",
    "done": "Everyone in it is verified.",
    "doneText": "You said that everyone sees the same number. So everyone in it now counts as Verified for you, as long as their keys stay the same.",
    "yesText": "This marks everyone in this meeting as verified. Choose it only if everyone has read all twelve groups.",
    "lists": {
      "title": "Not everyone sees the same people",
      "missing-there": "{{peer}} does not see {{about}}.",
      "missing-here": "{{peer}} sees someone you do not see.",
      "other-name": "{{peer}} sees {{about}} under another name.",
      "other-statements": "{{peer}} has other decisions about who can be here.",
      "unexplained": "{{peer}} has another list, and does not say what differs.",
      "somebody": "someone",
      "safe": "Say nothing private until this goes away. Ask aloud who is here.",
      "cannotCompare": "The participant list cannot be compared with {{names}} right now."
    },
    "alarm": {
      "title": "The connection failed its security check",
      "lead": "Vigil has closed it.",
      "what": "The connection did not lead to the computer that was agreed on over the encrypted channel. Vigil closed it.",
      "safe": "<b>Not certain.</b> Someone may be intercepting the connection. What was said in this meeting before might have been heard.",
      "todo": "Leave, contact the other person another way, and send a new invite link that way.",
      "stay": "Stay here",
      "leave": "Leave the meeting"
    },
    "contradiction": {
      "title": "The host's key can no longer be trusted",
      "lead": "Vigil no longer follows it.",
      "what": "The host's key signed two statements that contradict each other. Someone might have copied it. Nothing more signed by it counts here.",
      "safe": "<b>Not certain.</b> Anyone who has the key might have let someone in. What was said in this meeting before might have been heard.",
      "todo": "Ask aloud who is here. Then continue in a new meeting with people you know, or leave."
    },
    "away": {
      "title": "The host is not here",
      "goesOn": "The meeting goes on without the host.",
      "coHosts": "Co-hosts can let people in.",
      "nobody": "No one can be let in until the host is back.",
      "open": "Anyone with the link can still join.",
      "contradiction": "The host's key is in doubt. You can continue in a new meeting, with another key.",
      "continue": "Continue without the host"
    },
    "continue": {
      "title": "Continue in a new meeting?",
      "text": "You open a new meeting and are its host. The people chosen here are asked to join; each of them can stay here. Only they get the new link.",
      "who": "Who is asked",
      "stay": "Stay here",
      "confirm": "Continue in a new meeting"
    },
    "asks": {
      "end": {
        "title": "The host asks everyone to end the meeting",
        "text": "You can stay. Everyone who stays remains connected.",
        "yes": "Leave",
        "no": "Stay"
      },
      "move": {
        "title": "{{name}} continues in a new meeting and invites you",
        "text": "If you join, you leave this meeting. {{name}} is the host of the new one.",
        "yes": "Join new meeting",
        "no": "Stay"
      },
      "removals": {
        "title": "Several people were removed at once",
        "lead": "It does not count for you yet. You decide.",
        "leadMe": "You are among them. It does not count for you yet: you decide.",
        "what": "They were removed within seconds, with the key of the host or a co-host.",
        "whatMe": "They, and you with them, were removed within seconds, with the key of the host or a co-host.",
        "safe": "<b>Not certain.</b> It might be intended. But a stolen host key could be used to break up a meeting. So Vigil asks whenever more than one person is removed at once.",
        "todo": "Ask aloud, or another way, whether it was intended. If you accept the removals, Vigil stops sending to them. If you ignore them, they still see and hear you; others might decide differently.",
        "todoMe": "Ask aloud, or another way, whether it was intended. If you accept the removals, you leave the meeting. If you ignore them, you still see and hear one another; others might decide differently.",
        "yes": "Accept removals",
        "no": "Ignore removals"
      }
    }
  },
  "home": {
    "hero": "Private video meetings",
    "heroText": "End-to-end encrypted. No account, no meeting server. You decide who gets in.",
    "newMeeting": "New meeting",
    "join": "Join a meeting",
    "paste": "Paste the invite link you received",
    "continue": "Continue",
    "previewFirst": "You see yourself first. Nothing is sent before you ask to join.",
    "whatProtects": "What protects you, and what does not",
    "sealed": "End-to-end encrypted",
    "sealedText": "Audio and video are encrypted on your computer and decrypted only on the computers of the other participants. No server has a key.",
    "door": "You decide who joins",
    "doorText": "Anyone with the link can ask to join. They see and hear nothing until let in, unless the waiting room is off.",
    "limits": "What it does not hide",
    "limitsText": "A name proves nothing until you verify the person. By default, participants and the services that help you find each other see your IP address.",
    "runtime": {
      "title": "This is the test version",
      "text": "It runs without the system's sandbox and key store. Do not use it for a call that matters."
    },
    "clock": {
      "title": "This computer's clock seems to be wrong",
      "text": "It seems to be off by more than 45 seconds, so others might not find you. Set the clock in your system settings."
    }
  },
  "identity": {
    "vault": {
      "weakTitle": "This computer has no safe key store",
      "weakText": "Anyone with a copy of your files can read your identity and pretend to be you.",
      "alsoWeak": "This computer also has no safe key store: anyone with a copy of your files can pretend to be you.",
      "damagedTitle": "Your identity file was damaged",
      "asideText": "It could not be read. Vigil kept it as {{file}} and made a new identity. Safety numbers are different from before.",
      "byUserTitle": "You started over",
      "byUserText": "Your former file was kept as {{file}}. You have a new identity: safety numbers are different from before.",
      "closedTitle": "Your identity file could not be opened",
      "keyRefusedText": "The key store of this system did not give its key. It might be locked, or the file comes from another computer. Nothing was changed. Until you close Vigil, you use a one-time identity. Unlock the key store and restart Vigil.",
      "newerText": "A newer Vigil made it. Nothing was changed. Until you close Vigil, you use a one-time identity. Install the newer version again.",
      "startOver": "Put it aside and start over",
      "overText": "The file is put aside, not deleted; your contacts and meetings in it go with it. The identity of this run is kept from now on: to others you become someone new. If the problem with the file can be fixed, fix that instead.",
      "noStoreTitle": "Nothing is saved on this computer",
      "noStoreText": "The system has no key store. Your identity lasts until you close Vigil.",
      "notWritableText": "Vigil cannot write its file. Your identity lasts until you close Vigil."
    },
    "identityCode": {
      "title": "Your identity as a QR code",
      "lead": "For someone you will meet in Vigil.",
      "picture": "QR code of your identity",
      "how": "Let them scan it from your screen, or take a picture of it. In a meeting with you they open \"Is this really …?\", then \"QR code\", and scan it or open the picture.",
      "proves": "If it matches, they know that your key is at the other end. It tells you nothing about them: for that, scan theirs. It does not match if you use a one-time identity, or have made a new identity since.",
      "holds": "It holds your public key and nothing else. No one can pretend to be you with it. Anyone who has it can recognize you when you meet."
    },
    "secret": {
      "current": "Your passphrase",
      "fresh": "New passphrase",
      "again": "Once more",
      "ofFile": "Passphrase of the file",
      "differs": "The two are not the same. Type the new one twice.",
      "short": "This is short. Someone with a copy of the file could guess it. Four or more random words are better.",
      "good": "Four or more random words are good. No one can recover a forgotten one.",
      "busy": "One moment…",
      "cancel": "Cancel",
      "set": {
        "title": "Set a passphrase",
        "text": "Your identity and settings will open only with it. If you forget it, they are lost: no one can reset it. Copies of your files made before stay as readable as they were.",
        "confirm": "Set passphrase"
      },
      "change": {
        "title": "Change the passphrase",
        "text": "Copies of your files made before still open with the old one.",
        "confirm": "Change passphrase"
      },
      "remove": {
        "title": "Remove the passphrase",
        "text": "Afterwards the system's key store alone protects your identity and settings.",
        "weakText": "This computer has no safe key store: afterwards, anyone with a copy of your files can read them and pretend to be you.",
        "confirm": "Remove passphrase"
      },
      "export": {
        "title": "Export your identity",
        "text": "The file holds your key, not your name or settings. Encrypt it with a passphrase, then choose where to save it.",
        "confirm": "Choose where to save"
      },
      "import": {
        "title": "Import an identity",
        "text": "It replaces the identity you have now: to others you become the person in the file. Export yours first if you might need it again. Your meetings are deleted: you cannot open them again.",
        "confirm": "Choose the file"
      }
    },
    "reset": {
      "title": "Make a new identity?",
      "text": "Your key is deleted and a new one is made. To everyone you become someone new: safety numbers are different, and people who verified you have to do it again. Your meetings are deleted: you cannot open them again.",
      "export": "The old key is gone for good unless you exported it.",
      "confirm": "Make a new identity"
    },
    "locked": {
      "title": "Vigil is locked",
      "text": "Your identity and settings are encrypted on this computer. An invite link that you open now waits until you unlock.",
      "passphrase": "Passphrase",
      "open": "Unlock",
      "wait_one": "Wait {{count}} second",
      "wait_other": "Wait {{count}} seconds",
      "waitMinutes_one": "Wait {{count}} minute",
      "waitMinutes_other": "Wait {{count}} minutes",
      "forgot": "Forgot it?",
      "forgotText": "No one can reset the passphrase, and there is no other way in. You can start over with a new identity: the encrypted file is kept aside, in case you remember.",
      "overTitle": "Start over with a new identity?",
      "overText": "The encrypted file is put aside, not deleted. You get a new key and fresh settings: to others you become someone new, until you import an exported identity."
    }
  },
  "invites": {
    "ownMeetings": {
      "title": "Your meetings",
      "untitled": "Untitled meeting",
      "until": "Link works until {{when}}",
      "open": "Open again",
      "openNamed": "Open again: {{title}}",
      "linksNamed": "Personal links for {{title}}",
      "forget": "Delete",
      "forgetTitle": "Delete this meeting?",
      "forgetText": "You cannot open it again, and its links stop working, unless people are inside: they can continue without you, and a co-host can still let others in.",
      "forgetStay": "Keep it",
      "all_one": "Show all ({{count}})",
      "all_other": "Show all ({{count}})",
      "fewer": "Show fewer"
    },
    "title": "Invites",
    "open": "Personal links",
    "general": "The link for everyone",
    "generalText": "Anyone who has it can ask to join.",
    "generalOpenText": "Anyone who has it can join.",
    "personal": "Personal links",
    "personalText": "Each of them lets in one person. If one gets into the wrong hands, close it: the others keep working.",
    "personalOpenText": "This meeting is open: anyone with any of its links can join. A personal link works only for the first person who uses it.",
    "for": "Who it is for (only you see this)",
    "make": "Make link",
    "noName": "Someone",
    "isOpen": "Not used yet",
    "isClosed": "Used or closed: no one else can use it",
    "copy": "Copy link for {{name}}",
    "copyGeneral": "Copy link",
    "show": "Show the link for {{name}} with its QR code",
    "showGeneral": "Show link and QR code",
    "hide": "Hide",
    "close": "Close the link for {{name}}",
    "closeText": "No one can use this link from then on. All other links stay as they are.",
    "closeLaterText": "You no longer let anyone in with it. If people are inside while you are away, a co-host still can, until you open the meeting again.",
    "closeStay": "Keep it",
    "closeConfirm": "Close link",
    "code": "QR code with the invite link",
    "saveFile": "Save as a file",
    "text": "Invite link",
    "care": "Anyone who sees this can use it. Show it only where no one looks over your shoulder.",
    "contacts": "Let contacts skip the waiting room",
    "contactsText": "When they join with the key you know, no one has to let them in, even while you are away. You cannot take it back in this meeting, but you can remove them.",
    "expect": "Skip waiting room: {{name}}",
    "expectShort": "Skip waiting room",
    "expected": "Skips the waiting room",
    "onlyRunning": "Start the meeting to choose contacts who skip the waiting room.",
    "noContacts": "You have no contacts yet. People you meet become contacts.",
    "byLink": "Used the link you made for {{name}}",
    "byLinkUnnamed": "Used a personal link"
  },
  "join-page": {
    "invited": "You are invited to a Vigil meeting",
    "about": "Vigil is an app for end-to-end encrypted video meetings.",
    "open": "Open Vigil",
    "nothing": "Nothing happens?",
    "ask": "Vigil has to be installed. Ask the person who invited you where to get it.",
    "get": "Vigil has to be installed.",
    "getHere": "Get Vigil",
    "paste": "Or copy the address of this page, open Vigil, and paste it under \"Join a meeting\".",
    "unseen": "The part of the address after # is the invite. Your browser does not send it to this page's server.",
    "refused": "This is not a Vigil invite",
    "refusedText": "The part of the address after # is missing or incomplete. Ask for the link again, and copy all of it."
  },
  "languages": {
    "translated": {
      "title": "Translated",
      "text": "The rest is in English."
    }
  },
  "let-in-all": {
    "open": "Let in all…",
    "title_one": "Let in {{count}} person?",
    "title_other": "Let in all {{count}} people?",
    "unverified_one": "{{count}} person is unverified. A name proves nothing: anyone with the link can use any name.",
    "unverified_other": "{{count}} people are unverified. A name proves nothing: anyone with the link can use any name.",
    "changed_one": "{{count}} person with a contact's name and another key keeps waiting. Decide about that person alone.",
    "changed_other": "{{count}} people with a contact's name and another key keep waiting. Decide about each alone.",
    "later": "Anyone who asks from now on keeps waiting, too.",
    "cancel": "Cancel",
    "confirm_one": "Let in {{count}} person",
    "confirm_other": "Let in {{count}} people"
  },
  "meeting": {
    "alone": "Only you are here",
    "opening": "Connecting…",
    "sealedTwo": "End-to-end encrypted, unverified",
    "onlyTwo": "End-to-end encrypted, verified",
    "sealedMany_one": "End-to-end encrypted, {{count}} unverified",
    "sealedMany_other": "End-to-end encrypted, {{count}} unverified",
    "sealedVerified": "All verified, participant lists not confirmed",
    "onlyMany": "End-to-end encrypted, everyone verified",
    "linkClosed": "Connection closed: security check failed",
    "hostInDoubt": "The host's key is in doubt",
    "runningTime": "Running time",
    "controls": "Meeting controls",
    "pictures": "People in the meeting",
    "connecting": "Connecting to {{name}}…",
    "reconnecting": "Reconnecting to {{name}}…",
    "forSeconds_one": "For {{count}} second now. Vigil keeps trying.",
    "forSeconds_other": "For {{count}} seconds now. Vigil keeps trying.",
    "muted": "Muted",
    "speaks": "Speaking",
    "cameraOff": "Camera is off",
    "joined": "{{name}} joined",
    "left": "{{name}} left",
    "shortcuts": "Keyboard shortcuts",
    "guestAlone": "Only you are here",
    "guestAloneText": "If the other person comes back, Vigil reconnects you.",
    "stage": {
      "pages": "Pages of people",
      "page": "{{page}} of {{pages}}",
      "previous": "Previous people",
      "next": "More people",
      "speaksElsewhere": "{{name}} is speaking"
    },
    "sealing": {
      "title": "Vigil cannot encrypt audio and video right now.",
      "text": "No audio or video was sent unencrypted, and none is sent now. Leave, restart Vigil, and rejoin with the same link."
    },
    "machine": {
      "smaller": "Your computer is at its limit. Showing smaller videos.",
      "fewer": "Your computer is at its limit. Showing fewer videos.",
      "todo": "You still hear everyone. Closing other programs or turning off your camera helps. The videos come back by themselves.",
      "paused": "Video paused"
    },
    "control": {
      "mute": "Mute",
      "camera": "Camera",
      "invite": "Invite",
      "inviteHint": "Invite: copy the link",
      "people": "People",
      "peopleCount_one": "People, {{count}} here",
      "peopleCount_other": "People, {{count}} here",
      "peopleKnocking_one": "People, {{count}} waiting to join",
      "peopleKnocking_other": "People, {{count}} waiting to join",
      "safety": "Verify",
      "group": "Verify all",
      "devices": "Devices",
      "leave": "Leave"
    },
    "people": {
      "title": "People",
      "inMeeting_one": "In the meeting, {{count}}",
      "inMeeting_other": "In the meeting, {{count}}",
      "you": "(you)",
      "host": "Host",
      "co-host": "Co-host",
      "more": "More about {{name}}",
      "makeCoHost": "Make co-host",
      "makeCoHostText": "Can let in, remove, use the waiting room and lock",
      "dropCoHost": "Withdraw co-host",
      "dropCoHostText": "Can no longer decide who joins",
      "compare": "Verify",
      "connecting": "Connecting",
      "interrupted": "Interrupted"
    }
  },
  "planning": {
    "title": "Plan a meeting",
    "meetingTitle": "Title (optional)",
    "titleHint": "Part of the link: anyone with the link can read it.",
    "day": "Day",
    "starts": "Starts",
    "zone": "Time zone",
    "works": "Link works for",
    "lifetime": {
      "hour": "1 hour after the start",
      "day": "1 day after the start",
      "week": "7 days after the start",
      "longest": "30 days from now"
    },
    "zones": "Guests see the time in their own zone. A link can work for 1 hour to 30 days.",
    "note": "Note for people who wait (optional)",
    "noteHint": "Shown to anyone who asks to join, before you let them in.",
    "counted": "{{used}} of {{of}}",
    "cancel": "Cancel",
    "submit": "Plan meeting",
    "problem": {
      "title-too-long": "Title too long. Shorten it.",
      "no-time": "Choose a day and a time.",
      "past": "This time is past.",
      "too-far": "A link can work for 30 days at most. Choose an earlier day or a shorter time."
    },
    "planned": "Meeting planned",
    "nothingSent": "{{when}}. Nothing has been sent yet.",
    "invitation": "Invitation",
    "sendAs": "Send it as",
    "form": {
      "instructions": "Link with instructions",
      "link": "Vigil link only"
    },
    "formText": {
      "instructions": "For people who may not have Vigil yet",
      "link": "For people who have Vigil"
    },
    "copied": "What is copied",
    "copy": "Copy",
    "done": "Done",
    "calendar": "Calendar file",
    "calendarWithout": "Without the link. A calendar that syncs shows its provider whatever the file holds.",
    "calendarWith": "With the link. A calendar that syncs shows it to its provider, who can then ask to join.",
    "includeLink": "Include link",
    "save": "Save .ics",
    "called": "Vigil meeting",
    "text": {
      "get": "1. You need Vigil, an app for Windows, macOS and Linux.",
      "paste": "2. Open Vigil, paste this link under \"Join a meeting\":",
      "asks": "Anyone with this link can ask to join.",
      "open": "Anyone with this link can join."
    },
    "upcoming": "Upcoming",
    "dayAndTime": "{{day}}, {{time}}",
    "elsewhere": "{{here}} ({{time}} in {{zone}})",
    "comes": "{{when}}. Starts {{left}}.",
    "started": "{{when}}. The time to start has come.",
    "invitationTo": "Invitation to {{title}}",
    "forgetNamed": "Delete {{title}}",
    "open": "Open",
    "openNamed": "Open {{title}}",
    "hostSays": "The host says to those who wait"
  },
  "preview": {
    "devices": "Devices",
    "change": "Change",
    "whoCanJoin": "Who can join, and who you are",
    "whoYouAre": "Who you are",
    "asked": {
      "usual": "Waiting room on · usual identity",
      "oneTime": "Waiting room on · one-time identity"
    },
    "unasked": {
      "usual": "Waiting room off · usual identity",
      "oneTime": "Waiting room off · one-time identity"
    },
    "as": {
      "usual": "Usual identity",
      "oneTime": "One-time identity"
    },
    "andLent": "{{standing}} · TURN server lent",
    "inviterUnknown": "Inviter unknown until you join"
  },
  "private-mode": {
    "title": "Private mode (Tor or proxy)",
    "text": "Everything goes through Tor or your proxy, or is not sent.",
    "hides": "Relays, TURN servers and participants see the IP address of your proxy, not yours",
    "later": "Audio and video arrive later",
    "off": "Peer-to-peer discovery (DHT) and Local network are off",
    "needs": "A call needs a TURN server that is reached over TCP or TLS",
    "kind": "Kind of proxy",
    "socks5": "SOCKS5 (Tor)",
    "http": "HTTP",
    "proxy": "Address of the proxy",
    "proxyHint": "Tor listens at 127.0.0.1:9050, Tor Browser at 127.0.0.1:9150.",
    "restarts": "Vigil starts again when you change this.",
    "turnOn": "Turn on and start again",
    "turnOff": "Turn off and start again",
    "change": "Change and start again",
    "offWarns": "Without private mode, relays and participants can see your IP address.",
    "answers": "The proxy answers",
    "silent": "The proxy does not answer",
    "unknown": "The proxy was not tested yet",
    "unreached": "The proxy does not reach {{places}}",
    "ports": "Many proxies allow only ports 443 and 80.",
    "check": "Test proxy",
    "badge": "Private mode",
    "badgeDamaged": "Private mode: cannot be read",
    "open": "Private mode settings",
    "limits": "A name proves nothing until you verify the person. Your voice and video can still identify you.",
    "refused": {
      "title": "Vigil did not start this call",
      "lead": "It cannot keep the promise of private mode right now.",
      "noProxy": "Your proxy at {{proxy}} does not answer. Any other connection would show your IP address.",
      "safe": "<b>Yes.</b> Nothing was sent, to anyone.",
      "notNow": "Cancel"
    }
  },
  "recording": {
    "menu": {
      "start": "Record…",
      "startText": "For yourself. Everyone is told first.",
      "stop": "Stop recording",
      "stopText": "Finishes the file and tells everyone."
    },
    "setup": {
      "title": "Record this meeting",
      "lead": "For yourself, into one file. Everyone is told first and has 10 seconds to leave, or to turn camera and microphone off.",
      "layout": "Layout",
      "grid": "Everyone",
      "speaker": "Speaker large",
      "encrypt": "Encrypt with a passphrase",
      "encryptText": "Only Vigil can open the file then. No one can without the passphrase.",
      "plainText": "Anyone who gets the file can play it.",
      "leftOut": "Anyone whose app does not answer is left out, with audio and video.",
      "confirm": "Choose place, tell everyone",
      "busy": "One moment…",
      "cancel": "Cancel"
    },
    "honest": "Vigil always says when it records. A changed app, a phone or another program can record without a word.",
    "ask": {
      "title": "{{name}} is about to record",
      "titleRunning": "{{name}} records this meeting",
      "lead": "Everyone's audio and video, saved on {{name}}'s computer. Without an answer, your camera and microphone go off.",
      "left": "Seconds left: {{number}}",
      "sharing": "If you share a screen, it is paused too.",
      "leave": "Leave",
      "dark": "Camera and microphone off",
      "stay": "Stay"
    },
    "chip": {
      "about": "{{name}} is about to record",
      "one": "{{name}} records",
      "many": "{{name}} and others record"
    },
    "mine": {
      "bar": "Your recording",
      "about": "Recording starts in a moment, everyone is told",
      "inSeconds": "Recording starts in {{number}} s, everyone is told",
      "waits": "Waiting for {{names}}",
      "running": "You are recording",
      "leftOut": "Left out, no answer: {{names}}",
      "finishing": "Finishing the file…",
      "stop": "Stop recording",
      "cancel": "Cancel"
    },
    "file": {
      "notRecorded": "Not recorded",
      "cameraOff": "Camera off"
    },
    "news": {
      "begun": "Recording has begun",
      "ended": "Recording has ended",
      "endedBy": "{{name}} has stopped recording"
    },
    "end": {
      "saved": "Recording saved",
      "savedText": "{{time}}, {{size}}.",
      "full": "The disk is full, recording has ended",
      "fullText": "What was written until then is kept and can be played.",
      "failed": "Recording has ended",
      "failedText": "It could not be continued. What was written until then is kept and can be played."
    },
    "open": {
      "title": "Encrypted recordings",
      "text": "A recording that was encrypted with a passphrase becomes a file that any player can play.",
      "action": "Open an encrypted recording…",
      "dialog": "Open an encrypted recording",
      "dialogText": "Choose the recording, then a place for the decrypted file. Anyone who gets that file can play it.",
      "passphrase": "Passphrase of the recording",
      "confirm": "Choose file",
      "whole": "Recording decrypted, whole",
      "cutOff": "Recording decrypted, its end is missing",
      "cutOffText": "The recording was interrupted, as in a crash, or someone cut off its end. Everything before that was decrypted.",
      "damaged": "Recording decrypted in part",
      "damagedText": "The file is damaged or was changed. All before that place was decrypted."
    }
  },
  "seeing": {
    "menu": {
      "pin": "Pin",
      "unpin": "Unpin",
      "open": "Menu of {{name}}",
      "mine": "Only for you",
      "volume": "Volume of {{name}}",
      "mute": "Mute for me",
      "noPicture": "No picture for me",
      "write": "Private message",
      "verify": "Verify…",
      "all": "For everyone",
      "remove": "Remove…"
    },
    "word": {
      "weak": "Weak connection",
      "muted": "Muted for you",
      "noPicture": "No picture for you",
      "pinned": "Pinned"
    },
    "view": {
      "title": "View",
      "layout": "Layout",
      "grid": "Grid",
      "speaker": "Speaker",
      "speakerText": "The large picture follows the speaker. Vigil asks for the same pictures all the time, so traffic does not show who speaks.",
      "soundOnly": "Sound only",
      "soundOnlyText": "No pictures are asked for. Others still see yours.",
      "soundOnlyOn": "Sound only is on",
      "isSoundOnly": "View, sound only is on",
      "hideSelf": "Hide my own tile",
      "hideSelfText": "Others still see you.",
      "fullScreen": "Full screen",
      "fullScreenEnd": "Leave full screen"
    },
    "keys": {
      "layout": "Grid or speaker",
      "soundOnly": "Sound only",
      "talk": "Talk while held, when muted",
      "space": "Space",
      "fullScreen": "Full screen",
      "tileMenu": "Menu of a tile",
      "pin": "Pin or unpin a tile",
      "enter": "Enter"
    }
  },
  "settings": {
    "title": "Settings",
    "sections": "Sections of the settings",
    "you": "You",
    "devices": "Audio and video",
    "contacts": "Contacts",
    "alerts": "Notifications",
    "connection": "Connection",
    "appearance": "Appearance",
    "about": "About Vigil",
    "name": "Name",
    "nameText": "Others see it when you ask to join. You can change it before each meeting.",
    "save": "Save",
    "identity": "Your identity",
    "identityText": "A short form of your key, made on this computer. To verify someone in a meeting, compare the safety number instead.",
    "identityCode": "Show as QR code",
    "saveBandwidth": "Save bandwidth",
    "saveBandwidthText": "You send less audio and video data. The cost: anyone who watches the network can tell from sizes and gaps of the encrypted packets when you speak. Off, your audio looks the same all the time. Applies from the next meeting.",
    "relayOn": "Use {{relay}}",
    "relayRemove": "Remove {{relay}}",
    "relayAdd": "Add a relay",
    "add": "Add",
    "relayDouble": "This relay is already in the list",
    "relayFull_one": "There can be {{count}} relay.",
    "relayFull_other": "There can be up to {{count}} relays.",
    "language": "Language",
    "languageText": "Of Vigil's screens. At first as your system has it.",
    "textSize": "Text size",
    "textSizeText": "Everything on the screens grows with it.",
    "theme": "Light or dark",
    "themeText": "Choose light or dark, or follow your system.",
    "system": "System",
    "light": "Light",
    "dark": "Dark",
    "version": "Version",
    "runtime": "Runtime",
    "electron": "Electron",
    "standIn": "Test version",
    "standInText": "Weaker than the real one: the window runs without the system's sandbox, and your data has no system key store. For tests only.",
    "links": "Clicks on invite links",
    "linksRefused": "Your system did not let Vigil open them: a click might open nothing, or another program. Copy the link and paste it on the first page.",
    "vault": "Data on this computer",
    "vaultKeyStore": "Locked by your system's key store.",
    "vaultWeak": "Anyone with a copy of your files can read it.",
    "vaultMemory": "Not saved: it lasts until you close Vigil.",
    "licence": "License",
    "licenceText": "GPL, version 3 or later. No warranty. Licenses of the libraries that Vigil uses are in the file third-party.txt, in the folder “resources” of the program.",
    "drawings": "Drawings",
    "drawingsText": "The six emoji are Twemoji, © Twitter, Inc and other contributors, licensed under CC BY 4.0.",
    "limits": "What this version does not do yet",
    "limitsText": "At most sixteen people in a call. Your IP address is hidden from the others only with a TURN server of your own, and from everyone only in private mode.",
    "carry": "Take your identity with you",
    "carryText": "A file with your key, encrypted with a passphrase of its own. Anyone with the file and the passphrase can pretend to be you.",
    "export": "Export",
    "import": "Import",
    "reset": "A new identity",
    "resetText": "Others will see a new key, and nothing ties it to the old one.",
    "resetButton": "Make a new identity",
    "passphrase": "Passphrase",
    "passphraseOff": "None. Vigil opens for anyone who can use this account on this computer.",
    "passphraseOn": "Vigil asks for it at each start, and after it was locked. No one can reset it.",
    "passphraseSet": "Set a passphrase",
    "passphraseChange": "Change",
    "passphraseRemove": "Remove",
    "lockAfter": "Lock when you are away",
    "lockAfterText": "Counted for the whole computer. Never during a meeting: Vigil waits for its end. Vigil also locks when the computer goes to sleep. If the system does not tell how long the computer was idle, Vigil does not lock by itself.",
    "lockNever": "Never",
    "lockMinutes_one": "After {{count}} minute",
    "lockMinutes_other": "After {{count}} minutes",
    "lockNow": "Lock now",
    "vaultPassphrase": "Locked by your passphrase.",
    "vaultBoth": "Locked by your passphrase and your system's key store; neither opens it alone.",
    "relay": {
      "off": "Off",
      "idle": "Idle",
      "trying": "Trying",
      "works": "Works",
      "silent": "No answer",
      "refuses": "Refuses",
      "never": "no answer yet",
      "answered": "answered {{ago}}",
      "answeredIn": "{{ago}}, {{ms}} ms"
    }
  },
  "sharing": {
    "control": "Share",
    "sign": "Shares a screen",
    "cancel": "Cancel",
    "bar": "Your shared screen",
    "picker": {
      "title": "Share your screen",
      "lead": "Everyone in the meeting will see it, and anyone can record it.",
      "what": "What to share",
      "screens": "Screens",
      "windows": "Windows",
      "screen": "Screen {{number}}",
      "untitled": "Untitled window",
      "quality": "Quality",
      "text": "Text, sharp",
      "motion": "Motion, smooth",
      "leftOut": "Vigil's own windows are left out",
      "hidden": "Vigil's own window stays hidden",
      "seen": "Vigil's own window will be seen too, with chat and numbers",
      "shareWindow": "Share window",
      "shareScreen": "Share screen",
      "continue": "Continue",
      "looking": "Looking for windows and screens…",
      "none": "Vigil finds nothing to share. The system may have to allow it first, in its settings for screen recording.",
      "again": "Look again",
      "system": "The system asks which window or screen you share. Nothing is shared before you choose.",
      "noSound": "Audio of this computer is not shared."
    },
    "mine": {
      "starting": "Waiting for the system…",
      "named": "You are sharing: {{name}}",
      "screen": "You are sharing a screen",
      "window": "You are sharing a window",
      "paused": "Paused, no one sees it",
      "still": "The window is minimized, others see its last state",
      "pause": "Pause",
      "resume": "Resume",
      "stop": "Stop sharing"
    },
    "theirs": {
      "window": "{{name}} shares a window",
      "screen": "{{name}} shares a screen",
      "paused": "{{name}} paused sharing",
      "waiting": "The shared screen appears in a moment",
      "show": "Show",
      "showOther": "Show what {{name}} shares",
      "showPeople": "Show people"
    },
    "zoom": {
      "area": "Shared screen. Plus and minus zoom, arrows move, 1 shows actual size, 0 shows all of it.",
      "bar": "Size of the shared screen",
      "in": "Zoom in",
      "out": "Zoom out",
      "fit": "Fit",
      "actualHint": "Actual size",
      "detach": "Show in a window of its own"
    },
    "end": {
      "gone": "Sharing has ended",
      "goneText": "The window was closed, or the system ended it.",
      "refused": "Nothing is shared",
      "refusedText": "The system did not allow it, or you closed its question.",
      "failed": "Sharing failed",
      "failedText": "The window or screen could not be captured. Try another one."
    }
  },
  "shortcuts": {
    "title": "Keyboard shortcuts",
    "meeting": "In a meeting",
    "meetingText": "Letters are those that your keyboard types. If it types no Latin letters, their place counts.",
    "change": "Change",
    "changeOf": "Change keys: {{action}}",
    "press": "Press the new keys, or Esc",
    "isNow": "{{action}}: {{keys}}",
    "resetOne": "Reset keys: {{action}}",
    "resetAll": "Reset all",
    "allReset": "All shortcuts are reset",
    "fixed": "Always the same",
    "fixedText": "These keys work as in other apps.",
    "betweenTiles": "From tile to tile",
    "newLine": "New line in chat",
    "inSettings": "Change them in Settings, outside a meeting.",
    "refused": {
      "kept": "{{keys}} is used by the system, a browser or Vigil. Choose other keys.",
      "edits": "{{keys}} edits text. Choose other keys.",
      "types": "{{keys}} types a character. Hold {{held}} with a letter or digit.",
      "talk-only": "Space alone can only be for talking.",
      "taken": "{{keys}} already stands for “{{action}}”.",
      "unknown": "Use a letter, a digit or a function key.",
      "not-kept": "The keys could not be saved. Try again.",
      "alone": "Other apps use {{keys}} too much. Hold two keys with it, or use F13 to F24.",
      "system": "The system did not give {{keys}} to Vigil: another app has them, or this desktop gives no app such keys. Choose other keys."
    },
    "everywhere": "Mute from anywhere",
    "everywhereText": "Works during a meeting while another window is in front. Other apps do not get these keys meanwhile. A tone tells you whether your microphone is on or off.",
    "off": "Off",
    "turnOff": "Turn off: {{action}}",
    "microphone": {
      "on": "Microphone on",
      "off": "Microphone off"
    }
  },
  "small-window": {
    "title": "Small window on top",
    "text": "Shows who is pinned or speaks, with mute and leave. Vigil asks for the same pictures as before, so traffic does not show who speaks.",
    "missing": "This system keeps no small window on top of others, so meetings have no button for it.",
    "muted": "You are muted"
  },
  "sound": {
    "noise": {
      "label": "Noise suppression",
      "off": "Off",
      "standard": "Standard",
      "strong": "Strong"
    },
    "noiseText": {
      "off": "Others hear the room as it is.",
      "standard": "Softens steady noise, such as a fan.",
      "strong": "Takes away everything that is not speech: typing, traffic, and music too. Your voice arrives about 20 ms later."
    },
    "fails": "Strong noise suppression does not work right now. Others hear you with the standard one.",
    "echo": "Echo cancellation",
    "echoText": "Others do not hear themselves from your speaker.",
    "gain": "Automatic volume",
    "gainText": "Your voice is as loud near the microphone as further away.",
    "test": {
      "start": "Record 5 seconds and listen",
      "stop": "Stop",
      "text": "Hear yourself as others hear you. It stays in memory and is wiped afterwards.",
      "starting": "The microphone is starting",
      "recording_one": "Say something. {{count}} second left",
      "recording_other": "Say something. {{count}} seconds left",
      "playing": "This is how others hear you",
      "playingStandard": "This is how others hear you. Strong noise suppression does not work right now.",
      "quiet": "Meanwhile no one else hears your microphone.",
      "ended": "Played and wiped"
    }
  },
  "speaking": {
    "control": {
      "hand": "Hand",
      "handRaise": "Raise hand",
      "handLower": "Lower hand",
      "react": "React",
      "chat": "Chat",
      "chatUnread_one": "Chat, {{count}} new message",
      "chatUnread_other": "Chat, {{count}} new messages",
      "silenced": "Silenced"
    },
    "chat": {
      "title": "Chat",
      "messages": "Messages",
      "since": "You joined at {{time}}. Earlier messages are not shown.",
      "empty": "No messages yet",
      "new": "New",
      "onlyYouAnd": "Only you and {{name}}",
      "late": "Came late",
      "copy": "Copy message",
      "newest": "Show the newest",
      "to": "To",
      "toAll": "Everyone",
      "toOne": "Only {{name}}",
      "writeAll": "Write to everyone",
      "writeOne": "Write to {{name}} only",
      "send": "Send",
      "goneAfter": "Chat is gone when the meeting ends.",
      "oneText": "Only {{name}} gets this. The others do not see that you wrote.",
      "left_one": "{{count}} character left",
      "left_other": "{{count}} characters left",
      "over_one": "{{count}} character too many",
      "over_other": "{{count}} characters too many",
      "pause": "Pause chat for everyone",
      "resume": "Let people write",
      "pausedBy": "{{name}} paused chat.",
      "paused": "Chat is paused.",
      "pausedRead": "You can still read. Only the host and co-hosts can write."
    },
    "fault": {
      "empty": "Nothing in it can be shown. Write something else.",
      "too-long": "Too long. Shorten it to 4,000 characters.",
      "paused": "Not sent: chat is paused.",
      "not-delivered": "Not sent: it cannot be delivered right now.",
      "too-fast_one": "Slow down. You can write again in {{count}} second.",
      "too-fast_other": "Slow down. You can write again in {{count}} seconds."
    },
    "page": {
      "title": "Open this page in your browser?",
      "titlePrivate": "This page is not opened in private mode",
      "text": "Its server will see your IP address.",
      "textPrivate": "Your browser does not use the proxy of private mode: the page's server would see your IP address. You can copy the link.",
      "open": "Open",
      "copy": "Copy link",
      "cancel": "Cancel"
    },
    "hand": {
      "raised": "Raised hands",
      "place": "Hand raised, place {{place}}",
      "count_one": "{{count}} raised hand",
      "count_other": "{{count}} raised hands",
      "lowerOf": "Lower the hand of {{name}}"
    },
    "reaction": {
      "applause": "Applause",
      "agree": "Thumbs up",
      "heart": "Heart",
      "laugh": "Laugh",
      "surprise": "Surprise",
      "celebrate": "Celebrate",
      "choose": "Choose a reaction"
    },
    "silence": {
      "one": "Silence for everyone",
      "oneText": "No one hears this person until you allow it",
      "speak": "Let speak again",
      "mark": "Silenced",
      "mineBy": "{{name}} silenced you",
      "mine": "You are silenced",
      "mineText": "No one hears you, whatever your microphone does.",
      "ask": "Ask to speak",
      "handIsUp": "Your hand is raised.",
      "room": "Who is heard",
      "all": "Silence everyone",
      "allText": "Also those who join later. The host and co-hosts are still heard.",
      "floor": "Who can still speak",
      "tooMany_one": "At most {{count}} person.",
      "tooMany_other": "At most {{count}} people.",
      "stay": "Cancel",
      "confirm": "Silence everyone",
      "isOn": "Everyone is silenced",
      "isOnText": "Only the host, co-hosts and those who were allowed are heard.",
      "end": "Let everyone speak"
    },
    "asked": {
      "title": "Several people were silenced at once",
      "lead": "It does not count for you yet. You decide.",
      "leadMe": "You are among them. It does not count for you yet: you decide.",
      "what": "They were silenced within seconds, with the key of the host or a co-host.",
      "whatMe": "They, and you with them, were silenced within seconds, with the key of the host or a co-host.",
      "safe": "<b>Not certain.</b> It might be intended. But a stolen host key could be used to keep people from speaking. So Vigil asks whenever more than one person is silenced at once.",
      "todo": "If you accept it, you no longer hear them. If you ignore it, you still hear them; others might decide differently.",
      "yes": "Accept silence",
      "no": "Keep hearing them"
    },
    "news": {
      "hand": "{{name}} raised a hand, place {{place}}",
      "hands_one": "{{count}} hand raised",
      "hands_other": "{{count}} hands raised",
      "reaction": "{{name}}: {{reaction}}",
      "more_one": "and {{count}} more",
      "more_other": "and {{count}} more",
      "message": "{{name}}: {{text}}",
      "private": "{{name}}, privately: {{text}}",
      "messages_one": "{{count}} new message",
      "messages_other": "{{count}} new messages"
    }
  },
  "spotlight": {
    "menu": {
      "put": "Spotlight",
      "end": "End spotlight"
    },
    "sign": "In the spotlight",
    "mineBy": "{{name}} put you in the spotlight",
    "mine": "You are in the spotlight",
    "mineText": "Everyone sees you large, except people who pinned someone or chose another view.",
    "news": {
      "put": "{{name}} is in the spotlight",
      "putBy": "{{by}} put {{name}} in the spotlight",
      "end": "The spotlight has ended"
    }
  },
  "turn": {
    "title": "TURN servers",
    "text": "If two networks allow no direct connection, a TURN server forwards the encrypted data. It cannot read it, but sees both IP addresses, when, and how much. Vigil has none: add one that you or someone you trust runs.",
    "address": "Address of a TURN server",
    "addressHint_one": "For example turn.example.org. Put turns: in front for TLS, or ?transport=tcp at the end for TCP. Up to {{count}} of them.",
    "addressHint_other": "For example turn.example.org. Put turns: in front for TLS, or ?transport=tcp at the end for TCP. Up to {{count}} of them.",
    "username": "User name",
    "credential": "Password",
    "listed": "TURN servers",
    "full": "The list of TURN servers is full. Remove one first.",
    "on": "Use {{server}}",
    "remove": "Remove {{server}}",
    "test": "Test",
    "testOf": "Test {{server}}",
    "result": {
      "running": "Testing",
      "works": "Works, {{ms}} ms",
      "no-answer": "No answer",
      "refused": "User name or password refused",
      "not-found": "Address not found",
      "not-reached": "Your proxy does not reach this port",
      "never": "No proxy carries UDP",
      "no-proxy": "The proxy does not answer"
    },
    "hide": "Hide my IP address from participants",
    "hideText": "All connections go through your own TURN servers, never directly. Participants see the address of the TURN server instead of yours. Relays and the TURN server still see yours. Applies from the next meeting.",
    "verified": "Connect directly only to people I have verified",
    "verifiedText": "Everyone else is connected through your own TURN servers until you verify them. Applies from the next meeting.",
    "missing": "This needs a TURN server of your own that is switched on. Without one, Vigil starts no call.",
    "lend": "Lend my TURN server to people I invite",
    "lendText": "The invite link then holds its address, user name and password. Anyone with the link can use it, also after the meeting, until you change the password there. It helps guests whose network allows nothing else.",
    "path": {
      "same-network": "Local network",
      "direct": "Direct",
      "relayed": "TURN server",
      "relayedBy": "Through {{server}}",
      "milliseconds": "{{ms}} ms",
      "none": "No direct connection to {{name}}",
      "noneCarried": "Audio and video between you two are missing. Everything else works: the others pass it on.",
      "noneHelp": "If it stays: a TURN server, under Connection, or another network can help.",
      "noneRelayed": "No connection to {{name}}",
      "noneHelpBy": {
        "unreached": "Your proxy does not reach the TURN server at {{places}}. Many proxies allow only ports 443 and 80.",
        "private": "Private mode tries only TURN servers. Test yours under Connection.",
        "hidden": "Your IP address stays hidden, so Vigil tries only TURN servers. Test yours under Connection."
      }
    }
  },
  "updates": {
    "title": "News of Vigil",
    "never": "Vigil asks no server for news by itself. Open a release file, ask a page that you name, or get news from someone in a meeting.",
    "state": {
      "noKeys": "This build has no release keys, so it cannot check news of releases.",
      "testKeys": "Test keys are in use. What they sign is no real release.",
      "none": "No news yet.",
      "newer": "Vigil {{version}} is out. You run {{running}}.",
      "newest": "Vigil {{version}} is the newest release that Vigil knows of.",
      "issued": "Signed on {{date}}, good until {{until}}.",
      "over": "Vigil does not know of news since {{date}}.",
      "conflict": "Two different releases claim to be version {{version}}",
      "conflictText": "Both are signed with release keys. Install neither. Ask people you trust what happened before you install any release."
    },
    "build": {
      "title": "This build",
      "named": "The release names this build's archive. A changed app could say this too.",
      "unnamed": "No release names this build. Someone may have changed it. Install Vigil again from a file that Vigil has checked elsewhere.",
      "unknown": "Vigil has no news of this version, so it cannot check this build.",
      "not-released": "Not a released build."
    },
    "open": "Open a release file…",
    "page": {
      "label": "Page with a release file",
      "text": "Asked once, when you click. The page sees your IP address.",
      "textPrivate": "Asked once, when you click, through your proxy.",
      "ask": "Ask now",
      "asking": "Asking the page…"
    },
    "outcome": {
      "accepted": "Accepted: two release keys signed it.",
      "known": "Nothing new: Vigil knew this already.",
      "no-keys": "Not accepted: this build has no release keys to check it with.",
      "unreadable": "Not accepted: this is not a release file.",
      "unsigned": "Not accepted: fewer than two release keys signed it. Do not trust where it came from.",
      "ahead-of-clock": "Not accepted: it is dated in the future. Check your computer's clock.",
      "older": "Not accepted: it is older than what you run or know.",
      "conflict": "Not accepted: another release of the same version is known.",
      "page-address": "Use an https:// address without a name or password in it.",
      "page-onion": "An onion service is asked only in private mode, through Tor.",
      "page-unreachable": "The page gave no answer that Vigil can use.",
      "not-kept": "Accepted, but Vigil could not save it.",
      "conflict-not-kept": "Not accepted: another release of the same version is known. Vigil could not save this alarm: write it down.",
      "from": "From {{name}}. {{outcome}}"
    },
    "get": {
      "title": "Get Vigil {{version}}",
      "text": "Name any mirror. Vigil fetches the file, checks it, and never starts it.",
      "file": "File",
      "fits": "{{name}} (this computer)",
      "from": "Address of the file, or of its folder with / at the end",
      "seen": "Fetched once, when you click. The mirror sees your IP address.",
      "seenPrivate": "Fetched once, when you click, through your proxy.",
      "button": "Get it…",
      "check": "Check a file you have…",
      "progress": "{{bytes}} of {{size}}",
      "reading": "Checking the file…",
      "stop": "Stop",
      "checked": "{{name}} is the file that the release names.",
      "show": "Show in folder"
    },
    "how": {
      "deb": "To install it, open it with your system's software installer, or run apt install with its path. Close Vigil first.",
      "rpm": "To install it, open it with your system's software installer, or run dnf install with its path. Close Vigil first.",
      "appimage": "Allow it to run in its properties, close Vigil, and start it in place of the old one.",
      "archive": "Close Vigil, unpack it, and put it in place of the old folder.",
      "dmg": "Close Vigil, open it, and drag Vigil to Applications.",
      "exe": "Close Vigil, then start it and follow its steps.",
      "other": "Close Vigil, then install it the way you installed Vigil before."
    },
    "failed": {
      "address": "Use an https:// address without a name or password in it.",
      "onion": "An onion service is asked only in private mode, through Tor.",
      "unreachable": "The mirror gave no whole file. Try another one.",
      "other-size": "Deleted: it does not have the size that the release names. Do not trust this mirror.",
      "other-hash": "Deleted: it is not the file that the release names. Do not trust this mirror.",
      "not-written": "The file could not be written. Check the disk.",
      "stopped": "Stopped. Nothing was kept.",
      "not-of-release": "The release does not name this file. Do not install it.",
      "other-release": "Given up: Vigil knows another release by now.",
      "unreadable": "The file could not be read."
    },
    "offer": {
      "title": "{{name}} has news of Vigil {{version}}",
      "text": "Vigil accepts it only if two release keys signed it.",
      "ask": "Ask {{name}} for it",
      "asking": "Asking…"
    },
    "runs": {
      "title": "Versions",
      "text": "Each app says this of itself. A changed app can say anything.",
      "line": "Vigil {{version}}",
      "none": "No version said",
      "build": "Build {{build}}",
      "notReleased": "No build said",
      "unnamed": "A build that no release names"
    }
  },
  "verification": {
    "badge": {
      "new": "New, unverified",
      "met": "Known, unverified",
      "verified": "Verified",
      "changed": "Key changed"
    },
    "trust": {
      "contact": "You call this person {{name}}",
      "contactShort": "your {{name}}",
      "twin": "Not the {{name}} you verified",
      "knockChanged": "A contact of yours has this name and another key. Ask {{name}} by phone or in person before you let anyone in.",
      "knockMet": "This key has been in a meeting with you before. You have never verified it.",
      "knockVerified": "This is the key that you verified.",
      "changedTile": "Nothing is sent to {{name}} and nothing is shown until you decide."
    },
    "verify": {
      "title": "Is this really {{name}}?",
      "later": "Later",
      "same": "They match",
      "differ": "They don't match",
      "tabs": "How to compare",
      "tab": {
        "number": "Number",
        "code": "QR code",
        "emoji": "Six emoji"
      },
      "lead": {
        "number": "If both screens show the same number, no one is intercepting your connection.",
        "code": "One of you scans the QR code on the other screen. No reading aloud."
      },
      "alreadyVerified": "You have verified {{name}} before. You can compare again at any time.",
      "number": {
        "label": "Safety number, twelve groups of five digits",
        "how": "Read all twelve groups to each other, by voice or, better, in person. Not by chat: an attacker in the middle could change that too.",
        "voice": "A voice can be imitated. If much depends on it, compare in person.",
        "copy": "Copy number",
        "compareCopied": "Compare with copied number"
      },
      "copied": {
        "match": {
          "title": "The copied number matches",
          "text": "This helps only if it really came from {{name}}, through a channel you trust: not this call, and not a chat that someone else could change. If it did, choose \"They match\"."
        },
        "no-match": {
          "title": "The copied number does not match",
          "text": "Nothing has changed yet. Check that it is the number {{name}} sees for the two of you. If it is, choose \"They don't match\"."
        },
        "nothing": {
          "title": "No safety number was copied",
          "text": "Vigil looked for one number of sixty digits in the clipboard. Copy the number that {{name}} sent you, then try again. Nothing has changed."
        },
        "own-copy": {
          "title": "This is your own copy",
          "text": "The clipboard held the number as you copied it here, which proves nothing. Vigil removed it. Copy the number that {{name}} sent you, then try again."
        }
      },
      "code": {
        "own": "Your QR code for {{name}}",
        "ownText": "{{name}} scans this to verify you.",
        "making": "Making the QR code",
        "scan": "Scan their QR code",
        "stop": "Stop scanning",
        "image": "Open image",
        "drop": "or drop an image here",
        "text": "Scan the QR code that {{name}} shows you in person, or open an image that came through another channel you trust. An image stays on this computer.",
        "inCall": "A QR code held up to the camera in this call proves little: an attacker in the middle could replace the video.",
        "looking": "Looking for a QR code. Hold it so that it fills a good part of the picture.",
        "starting": "The camera is starting",
        "picture": "What the camera sees",
        "notACode": "This is not a QR code from Vigil, or it is damaged. Nothing has changed.",
        "ownCode": "This is the QR code of your own identity. Scan the other person's. Nothing has changed.",
        "noCode": "Vigil found no QR code that it can read in this image. Nothing has changed.",
        "unreadable": "Vigil cannot open this file as an image. Nothing has changed.",
        "again": "Scan again"
      },
      "emoji": {
        "idle": "Both of you will see six emoji. Vigil starts on both sides; {{name}} has to open this window too.",
        "voice": "Compare by voice or in person, not by chat: an attacker in the middle could change that too.",
        "start": "Show the six emoji",
        "again": "Start again",
        "waiting": "The two computers are agreeing on the emoji…",
        "look": "Does {{name}} see the same six, in the same order?",
        "waitingForOther": "You said that they match. Waiting for {{name}} to say so too.",
        "failed": {
          "vanished": "{{name}} did not answer in time. Nothing has changed; you can start again.",
          "cancelled": "One of you stopped the comparison. Nothing has changed; you can start again.",
          "too-many-tries": "There were three tries on this connection, and no more are possible: each one would be a guess for an attacker in the middle. Compare the number instead."
        },
        "asked": "{{name}} asks to compare six emoji",
        "askedText": "This shows whether someone is intercepting your connection. Nothing is decided before you look.",
        "open": "Compare"
      },
      "matched": {
        "title": "{{name}} is verified",
        "number": "The number is the same on both screens.",
        "code": "The QR code you scanned is the right one.",
        "emoji": "Both of you see the same six emoji.",
        "means": "What it means",
        "meansText": "No one is intercepting the connection between your two computers. {{name}} stays Verified as long as the key stays the same.",
        "mutual": "Does {{name}} know?",
        "mutualText": "A QR code verifies in one direction. Let {{name}} scan yours too.",
        "done": "Done"
      },
      "mismatch": {
        "title": {
          "number": "The numbers do not match",
          "code": "The QR code does not match",
          "emoji": "The emoji do not match",
          "not-genuine": "The comparison was tampered with"
        },
        "lead": "Someone may be intercepting your connection with {{name}}.",
        "what": {
          "number": "Your two screens show different numbers. Vigil has closed the connection between you two.",
          "code": "The QR code you scanned does not match the keys of this connection. It might be an old code, or someone might be intercepting the connection. Vigil has closed it.",
          "emoji": "You two do not see the same emoji. Vigil has closed the connection between you two. There is no second try: it would be a second guess for an attacker.",
          "not-genuine": "What came from the other computer does not match what it committed to before. Vigil has closed the connection between you two. There is no second try."
        },
        "safe": "<b>No.</b> What you two said in this meeting might have been heard. This does not tell whether others in the meeting talk to the right person: they should verify too.",
        "todo": "Contact {{name}} another way, and send a new invite link that way.",
        "newLink": "Make a new link"
      },
      "other": {
        "title": "This QR code belongs to {{other}}",
        "lead": "You are verifying {{name}}, but scanned the QR code of someone else you know.",
        "what": "The QR code that was read is the one of {{other}}.",
        "safe": "Yes. Nothing has changed, and no one was marked as verified.",
        "todo": "Ask {{name}} to open this window, and scan the QR code on that screen."
      },
      "gone": {
        "title": "{{name}} is no longer here",
        "text": "Nothing was decided, and no one was marked as verified.",
        "inEmoji": "If {{name}} saw other emoji than you, someone may be intercepting your connection. Ask {{name}} another way."
      }
    },
    "keyChanged": {
      "title": "{{name}} shows another key than before",
      "lead": "Vigil has paused this connection until you decide.",
      "what": "Someone is here under the name {{name}}, with a key that is not the one Vigil knows for that name. It can be a new computer or a fresh start of Vigil. Or someone else is using the name.",
      "safe": "<b>Not certain.</b> No audio or video of yours was sent to them. They have your name, your key and, unless you hide it, your IP address.",
      "todo": "Ask {{name}} by phone or in person whether the key is new. Until you know, disconnect.",
      "close": "Disconnect",
      "samePerson": "It is the same person, with a new key",
      "samePersonText": "The old key no longer counts. {{name}} has to be verified again.",
      "somebodyElse": "It is someone else with this name",
      "somebodyElseText": "They count as New, unverified. The {{name}} you know stays as before.",
      "sure": "If you are sure"
    },
    "emojiNames": {
      "dog": "Dog",
      "cat": "Cat",
      "horse": "Horse",
      "cow": "Cow",
      "pig": "Pig",
      "rabbit": "Rabbit",
      "bear": "Bear",
      "elephant": "Elephant",
      "penguin": "Penguin",
      "duck": "Duck",
      "owl": "Owl",
      "fish": "Fish",
      "whale": "Whale",
      "octopus": "Octopus",
      "crab": "Crab",
      "snail": "Snail",
      "butterfly": "Butterfly",
      "bee": "Bee",
      "turtle": "Turtle",
      "snake": "Snake",
      "frog": "Frog",
      "tree": "Tree",
      "cactus": "Cactus",
      "tulip": "Tulip",
      "sunflower": "Sunflower",
      "mushroom": "Mushroom",
      "maple-leaf": "Maple leaf",
      "apple": "Apple",
      "banana": "Banana",
      "cherries": "Cherries",
      "grapes": "Grapes",
      "lemon": "Lemon",
      "corn": "Corn",
      "carrot": "Carrot",
      "bread": "Bread",
      "cheese": "Cheese",
      "egg": "Egg",
      "cake": "Cake",
      "teacup": "Teacup",
      "sun": "Sun",
      "moon": "Moon",
      "star": "Star",
      "cloud": "Cloud",
      "umbrella": "Umbrella",
      "snowman": "Snowman",
      "fire": "Fire",
      "rainbow": "Rainbow",
      "mountain": "Mountain",
      "house": "House",
      "tent": "Tent",
      "sailboat": "Sailboat",
      "train": "Train",
      "bicycle": "Bicycle",
      "airplane": "Airplane",
      "balloon": "Balloon",
      "football": "Football",
      "drum": "Drum",
      "guitar": "Guitar",
      "bell": "Bell",
      "key": "Key",
      "scissors": "Scissors",
      "hammer": "Hammer",
      "book": "Book",
      "candle": "Candle"
    },
    "contacts": {
      "title": "Contacts",
      "all_one": "All {{count}}",
      "all_other": "All {{count}}",
      "empty": "No contacts yet",
      "emptyText": "People you meet appear here, with the name they used. Vigil recognizes them by their key, and tells you when a known name comes with another key.",
      "met": "last met {{ago}}",
      "by": {
        "number": "by number, {{when}}",
        "code": "by QR code, {{when}}",
        "emoji": "by six emoji, {{when}}",
        "group": "by group safety number, {{when}}"
      },
      "callThemselves": "Uses the name {{name}}",
      "list": "People you have met",
      "rename": "Rename {{name}}",
      "newName": "Your own name for {{name}}",
      "save": "Save",
      "cancel": "Cancel",
      "forget": "Forget {{name}}",
      "forgetTitle": "Forget {{name}}?",
      "forgetText": "Vigil then no longer knows this key. If you meet again, {{name}} is New, unverified, and Vigil does not notice another key under this name.",
      "forgetStay": "Cancel",
      "forgetConfirm": "Forget",
      "file": "A file of your contacts",
      "fileText": "It holds names and keys of the people you know. Keep it where no one else reads it.",
      "export": "Export",
      "import": "Import"
    }
  },
  "verify-list": {
    "people": "People to verify",
    "title": "Verify",
    "left": "{{left}} of {{people}} unverified",
    "everyone": "Everyone at once",
    "everyoneText": "One person reads the number aloud, the others follow. It changes whenever someone joins or leaves.",
    "lead": "Each of you reads the six aloud. They must be the same, in the same order.",
    "six": "Six emoji, in their order",
    "waiting": "Waiting for {{name}}",
    "waitingText": "The six emoji appear on both screens at the same moment. Keep talking meanwhile.",
    "stopAsking": "Stop asking",
    "next": "Next: {{name}}",
    "lock": "Lock the meeting while you compare",
    "matchesForAll": "It matches for all",
    "doesNotMatch": "It doesn't match",
    "changed": "The group changed. Start again from the first group.",
    "again": "Start again",
    "differ": "Not everyone sees the same people",
    "differText": "Say nothing private until you know why. Verify each person by six emoji to find out whose connection it is."
  },
  "volunteer": {
    "title": "Volunteer server",
    "named": "Volunteer server: {{host}}",
    "text": "A person you trust runs it and gives you one text. It carries encrypted data that it cannot read, and sees IP addresses, times and amounts.",
    "field": "Volunteer text",
    "test": "Test",
    "again": "Test again",
    "untested": "Nothing is sent before the test.",
    "remove": "Remove the volunteer server {{host}}",
    "part": {
      "server": "Server",
      "relay": "Relay (Nostr)",
      "udp": "TURN over UDP",
      "tcp": "TURN over TCP",
      "tls": "TURN over TLS"
    },
    "about": {
      "server": "Shows the certificate that the text names",
      "relay": "Helps people find each other",
      "udp": "The fastest for calls",
      "tcp": "For networks that block UDP",
      "tls": "For networks that block almost everything"
    },
    "result": {
      "running": "Testing",
      "works": "Works",
      "slow": "Slow, works",
      "no-answer": "No answer",
      "refused": "Access refused",
      "other-certificate": "Other certificate",
      "not-used": "Not used",
      "not-private": "Not in private mode"
    },
    "milliseconds": "{{ms}} ms",
    "state": {
      "running": "Testing",
      "works": "Works",
      "partly": "Works in part",
      "no-answer": "No answer",
      "not-used": "Not used",
      "untested": "Not tested"
    },
    "use": "Use for my own calls",
    "useText": "When two networks allow no direct connection, and to be found. Applies from the next meeting.",
    "lend": "Lend in invites",
    "lendText": "People you invite can use it in that meeting; access ends when the invite expires. The volunteer sees their IP addresses too."
  },
  "way-back": {
    "askAgain": "Ask again",
    "rejoin": "Rejoin",
    "left": "You left the meeting",
    "leftText": "The others might still be there. The link works until {{when}}."
  },
  "web-page": {
    "title": "Web page for invites",
    "text": "Mail and chat apps do not make vigil: links clickable. Name the address of a join.html that you or someone you trust hosts, and Vigil also offers links as https://.",
    "problem": "Enter an https:// address without ? and #.",
    "save": "Save",
    "form": "Web page link",
    "formText": "Clickable in every app. The page opens Vigil; its server never sees the part after #",
    "set": "Set a page",
    "unset": "Clickable in every app, once a page is set",
    "copy": "Copy web page link",
    "copyFor": "Copy web page link for {{name}}",
    "openPage": "Open this page. It opens Vigil, and says how to get it:"
  },
  "weekly": {
    "repeat": "Repeat",
    "once": "Once",
    "weekly": "Every week",
    "lifetime": {
      "hour": "1 hour after each start",
      "day": "1 day after each start",
      "week": "7 days after each start"
    },
    "text": "Each meeting gets a new link. During a meeting, Vigil offers the next link to the people in it. If someone is removed, the next link changes, and Vigil offers the new one.",
    "comes": "{{when}}, every week. Starts {{left}}.",
    "newLink": "{{when}}, every week. New link {{left}}.",
    "started": "{{when}}, every week. The time to start has come.",
    "calendar": "The file has this meeting only: the next one has another link.",
    "ends": "The meeting no longer repeats: Vigil makes no new links for it.",
    "offer": {
      "title": "{{name}} offers the link of the next meeting",
      "text": "{{title}}: {{when}}. Vigil keeps the link on this computer, under Upcoming on the first page. Nothing is sent.",
      "yes": "Keep link",
      "no": "No thanks"
    },
    "ask": "Ask to join",
    "askNamed": "Ask to join {{title}}",
    "forgetNamed": "Delete the link of {{title}}"
  },
  "welcome": {
    "title": "Before your first meeting",
    "read": "Got it",
    "you": "Your name and identity",
    "guests": {
      "title": "Guests need Vigil too",
      "text": "Copy the link with instructions. It says how to get Vigil and how to join.",
      "more": "See an example"
    },
    "names": {
      "title": "A name proves nothing",
      "text": "Compare six emoji by voice, once per person. Vigil remembers who is verified.",
      "more": "How to verify"
    },
    "address": {
      "title": "Your IP address can be seen",
      "text": "By participants, and by services that help you find each other. Private mode shows your proxy's instead.",
      "more": "Hide it"
    },
    "example": {
      "title": "What guests get",
      "lead": "An example. The real one has the link of your meeting.",
      "meeting": "Sunday family call"
    },
    "verify": {
      "title": "How to verify someone",
      "open": "During a meeting, choose Verify and show the six emoji. Both of you see them at the same moment.",
      "read": "Read them to each other by voice, or meet. Not by chat: an attacker in the middle could change that too.",
      "answer": "If both of you have the same six in the same order, choose They match. If not, choose They don't match: Vigil closes the connection.",
      "voice": "A voice can be imitated. If much depends on it, compare in person."
    },
    "noMeetings": {
      "title": "No meetings planned",
      "text": "Plan one, and send the link ahead of time."
    },
    "noContacts": "People you meet appear here. Then you call them in two clicks.",
    "startMeeting": "Start a meeting"
  }
}
