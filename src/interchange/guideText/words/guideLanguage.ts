/** Scripts that are most likely of one language, the more telling ones first. */
export const scripts: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
];

/** Short words that nearly every sentence of a language has, and that its neighbours lack. */
const words: Readonly<Record<string, string>> = {
  en: "the and of to you your a what how did tell that with is for",
  fr: "le la les des vous une et est pour dans avez que quelle du votre sur comment qui",
  de: "der die das und sie ist nicht ein eine wie haben mit ihre zu wurde den von",
  es: "el la los las que una y en cómo usted por su para del qué cuándo con",
  it: "il lo gli che una è per di come nel sono della ha un più",
  pt: "o os uma que você e em como não para do da com seu são",
  nl: "de het een en van je u hoe wat met is dat heeft voor niet",
  sv: "och att det en som är på du hur för av",
  pl: "i w na się jest jak z do co nie czy",
};
const languagesByWord = new Map<string, string[]>();
for (const [language, list] of Object.entries(words)) {
  for (const word of list.split(" "))
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
}

/** @returns the BCP 47 tag of the language that a text is most likely in, "en" where nothing tells */
export function languageOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of scripts) {
    const found = sample.match(script)?.length ?? 0;
    if (found > letters * (language === "ja" ? 0.1 : 0.3)) return language;
  }
  const counts = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const language of languagesByWord.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best = "en";
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  return best;
}

/** Languages whose verbs alone say whom they speak to. */
const unaddressed: ReadonlySet<string> = new Set(["it", "pt", "pl", "sv"]);

/** Where fewer words than one in so many are of the lists above, the language is another one. */
const FEWEST_KNOWN = 12;

/** @returns whether a text is in a language whose words are known here, so that it can be told whom it speaks to */
export function isKnownLanguage(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters)
    return !/[\p{Script=Hangul}\p{Script=Greek}\p{Script=Thai}\p{Script=Devanagari}]/u.test(sample);
  if (unaddressed.has(languageOf(sample))) return false;
  const tokens = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  return tokens.filter((word) => languagesByWord.has(word)).length * FEWEST_KNOWN >= tokens.length;
}
