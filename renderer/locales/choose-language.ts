/**
 * The first language that the system prefers and Vigil speaks, else the first that Vigil speaks. Languages are the same
 * when they are written in the same script: zh-TW is zh-Hant. Regions decide between languages that agree in both.
 * @param preferred BCP 47 tags, best first; what is none is passed over
 * @param spoken BCP 47 tags
 */
export function chooseLanguage(preferred: readonly string[], spoken: readonly [string, ...string[]]): string {
  for (const wanted of preferred.flatMap(localesOf)) {
    const alike = spoken.flatMap((tag) =>
      localesOf(tag)
        .filter(({ language, script }) => language === wanted.language && script === wanted.script)
        .map(({ region }) => ({ tag, region })),
    );
    const chosen = alike.find(({ region }) => region === wanted.region) ?? alike[0];
    if (chosen !== undefined) return chosen.tag;
  }
  return spoken[0];
}

/** With its likely script and region; none if it is no tag. */
function localesOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag).maximize()];
  } catch {
    return [];
  }
}
