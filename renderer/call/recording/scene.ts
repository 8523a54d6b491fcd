/** What is recorded at one moment: whose picture and sound, and who is only named. */

export interface ScenePerson {
  id: string;
  name: string;
  /** Null: they send none, or are not recorded. */
  picture: MediaStreamTrack | null;
  sound: MediaStreamTrack | null;
  /** 1: as loud as it is sent. */
  gain: number;
  /** Their app has not answered: nothing of them is in it. */
  isLeftOut: boolean;
}

export interface Scene {
  layout: 'grid' | 'speaker';
  /** The first one is large, where one is. */
  people: readonly ScenePerson[];
  /** A screen that is shown; it takes the large place. */
  screen: { id: string; name: string; picture: MediaStreamTrack } | null;
}

/** In the language of the person who records. */
export interface SceneWords {
  notRecorded: string;
  cameraOff: string;
}
