import { readFileSync } from "node:fs";
import { join } from "node:path";
import { below, chanceOf, pick } from "../../../state/hostile/hostileFiles.ts";
import { documentOf, type LabelledDocument } from "../corpus/corpus.ts";

/*
 * Guides drawn at random: what they say comes from a list of texts for each language, and how they are set from chance.
 * So what is said is met with every way of setting it.
 */

export const languages = ["en", "de", "fr", "es", "ja", "zh", "he", "ar"] as const;

/** Texts of one language. */
type Texts = Readonly<
  Record<
    | "questions"
    | "requests"
    | "areas"
    | "followUps"
    | "competencies"
    | "introductions"
    | "closings"
    | "definitions"
    | "titles"
    | "looking"
    | "probing",
    readonly string[]
  >
>;

/** How questions are counted, and what is left for notes. */
const formWords: Readonly<Record<string, { word: string; letter: string; note: string }>> = {
  en: { word: "Question", letter: "Q", note: "Score: ___ / 5" },
  de: { word: "Frage", letter: "F", note: "Punkte: ___ / 5" },
  fr: { word: "Question", letter: "Q", note: "Note : ___ / 5" },
  es: { word: "Pregunta", letter: "P", note: "Puntuación: ___ / 5" },
  ja: { word: "質問", letter: "Q", note: "メモ：" },
  zh: { word: "问题", letter: "Q", note: "得分：___ / 5" },
  he: { word: "שאלה", letter: "ש", note: "הערות:" },
  ar: { word: "السؤال", letter: "س", note: "ملاحظات:" },
};

const colons: Readonly<Record<string, string>> = { fr: " : ", ja: "：", zh: "：" };

/** So many guides are drawn in each language. */
const PER_LANGUAGE = 40;

/** @returns what the guides of a list say in that language */
export function textsOf(list: "built" | "aside" | "apart", language: string): Texts {
  return JSON.parse(readFileSync(join(import.meta.dirname, list, `${language}.json`), "utf8")) as Texts;
}

/**
 * @param list "built" for the texts that the reader was built with, "aside" for those that were put aside until they had been
 * measured with, "apart" for those that nobody has looked at
 * @returns the same guides each time, in all languages
 */
export function drawnGuides(list: "built" | "aside" | "apart"): readonly LabelledDocument[] {
  return languages.flatMap((language, at) => {
    const texts = textsOf(list, language);
    const chance = chanceOf(at);
    return Array.from({ length: PER_LANGUAGE }, (_, index) => drawn(language, index + 1, texts, chance));
  });
}

function drawn(language: string, number: number, texts: Texts, chance: () => number): LabelledDocument {
  const one = <T>(...choices: readonly T[]): T => pick(chance, choices);
  const isSo = (share: number) => chance() < share;
  const left = Object.fromEntries(
    Object.entries(texts).map(([key, list]) => [key, list.toSorted(() => chance() - 0.5)]),
  );
  const take = (key: keyof Texts): string => left[key]?.pop() ?? pick(chance, texts[key]);

  const kind = one("txt", "md", "html", "docx");
  const isMarkup = kind === "html" || kind === "docx";
  const isMarkdown = kind === "md";
  const counting = one("1.", "1)", "letter", "word", "bullet", "heading", "bold", "plain");
  const under = pick(chance, ["nothing", "areas", "followUps", "both"] as const);
  const labelled = under === "both" ? one("line", "bold", "inline") : one("line", "bold", "inline", "none");
  const isItem = isMarkup && (counting === "1." || counting === "bullet");
  const indent = " ".repeat(counting === "bullet" ? 4 : one(0, 2, 4));
  const marker = isMarkdown ? one("- ", "* ") : one("- ", "* ", "• ", "– ", "☐ ");
  const asking = pick(chance, ["questions", "requests", "both"] as const);
  const { word, letter, note } = formWords[language]!;
  const colon = colons[language] ?? ": ";
  const sign = one(colon, ". ");
  const hasNotes = isSo(0.25) && !isItem;
  const isLoose = isSo(0.5);
  const looking = pick(chance, texts.looking);
  const probing = pick(chance, texts.probing);

  const lines: string[] = [];
  const add = (label: string, text: string, tag = "p") =>
    lines.push(isMarkup ? `${label} <${tag}>${escaped(text)}</${tag}>` : `${label} ${text}`);
  const tag = (text: string) => {
    if (isMarkup) lines.push(`. ${text}`);
  };
  const gap = () => {
    if (!isMarkup) lines.push("");
  };
  const head = (label: string, text: string, level: number) => {
    if (isMarkup) add(label, text, `h${level}`);
    else add(label, isMarkdown ? `${"#".repeat(level)} ${text}` : text);
    gap();
  };

  if (isSo(0.66)) head("-", pick(chance, texts.titles), 1);
  for (let at = below(chance, 4); at > 0; at -= 1) {
    add("-", take("introductions"));
    if (isMarkdown) gap();
  }
  gap();
  let counted = 0;
  const sections = one(0, 1, 2, 3);
  for (let section = 0; section < Math.max(1, sections); section += 1) {
    if (sections > 0) head("-", take("competencies"), 2);
    if (sections > 0 && isSo(0.3)) {
      add("-", take("definitions"));
      gap();
    }
    if (isItem) tag(counting === "bullet" ? "<ul>" : "<ol>");
    for (let at = 2 + below(chance, 4); at > 0; at -= 1) {
      counted += 1;
      const text = take(asking === "both" ? (chance() < 0.5 ? "questions" : "requests") : asking);
      const before =
        counting === "1."
          ? `${counted}. `
          : counting === "1)"
            ? `${counted}) `
            : counting === "letter"
              ? `${letter}${counted}${sign}`
              : counting === "word"
                ? `${word} ${counted}${colon}`
                : counting === "bullet"
                  ? "- "
                  : "";
      if (isItem) lines.push(`q <li>${escaped(text)}${under === "nothing" ? "</li>" : ""}`);
      else if (isMarkup) add("q", before + text, counting === "heading" ? "h3" : "p");
      else if (isMarkdown && counting === "heading") add("q", `### ${text}`);
      else add("q", isMarkdown && counting === "bold" ? `**${text}**` : before + text);
      if (isMarkdown && before === "") gap();
      const parts = under === "both" ? (["areas", "followUps"] as const) : under === "nothing" ? [] : [under];
      for (const part of parts) {
        const label = part === "areas" ? "a" : "f";
        const name = part === "areas" ? looking : probing;
        const items = Array.from({ length: 2 + below(chance, 3) }, () => take(part));
        if (labelled === "inline") {
          const rest = part === "areas" ? items.slice(0, 2).join(colon === "：" ? "、" : ", ") : items[0];
          add(
            part === "areas" ? "a/-" : "f",
            `${isMarkup ? "" : indent}${name.replace(/ ?[:：]$/u, "")}${colon}${rest}`,
          );
          if (isMarkdown && indent === "") gap();
          continue;
        }
        if (labelled !== "none") {
          if (isMarkup)
            lines.push(
              `- <p>${labelled === "bold" ? `<strong>${escaped(name)}</strong>` : escaped(name)}</p>`,
            );
          else add("-", `${indent}${labelled === "bold" && isMarkdown ? `**${name}**` : name}`);
          if (isMarkdown && indent === "") gap();
        }
        tag("<ul>");
        for (const item of items) {
          if (isMarkup) add(label, item, "li");
          else add(label, `${indent}${marker}${item}`);
        }
        tag("</ul>");
        if (isMarkdown && indent === "") gap();
      }
      if (isItem && parts.length > 0) tag("</li>");
      if (hasNotes) {
        if (isMarkdown) gap();
        add("-", note);
      }
      if (isLoose || isMarkdown) gap();
    }
    if (isItem) tag(counting === "bullet" ? "</ul>" : "</ol>");
    gap();
  }
  for (let at = below(chance, 3); at > 0; at -= 1) {
    add("-", take("closings"));
    if (isMarkdown) gap();
  }
  const written = `${lines
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim()}\n`;
  return documentOf(`${String(number)}-drawn.${language}.${kind}.lines`, true, written);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
