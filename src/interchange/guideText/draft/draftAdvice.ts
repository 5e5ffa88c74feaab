import type { Advice, AdvicePlace } from "../../../domain/guides/guide.ts";
import type { Group } from "./draftLines.ts";
import type { Block } from "../sources/blocks.ts";
import { joinedTexts } from "../labels/lineEntries.ts";
import { splitItems } from "../labels/listText.ts";
import { openingWords } from "../labels/questionText.ts";

const advicePlaces: readonly (readonly [RegExp, AdvicePlace])[] = [
  [/\b(?:remote|distributed)\b/i, "remote"],
  [/\b(?:rehears|prepared|scripted|genuine|authentic)/i, "rehearsedAnswer"],
  [/\b(?:junior|senior|level|weigh)/i, "level"],
  [/\b(?:how many|how long|number of|minutes|time)\b/i, "planning"],
];

/** Makes pieces of advice of lines: a heading or a question titles what is below it. */
export function toAdvice(
  groups: readonly Group[],
  report: (block: Block, text: string, message: string) => void,
): readonly Advice[] {
  const advice: Advice[] = [];
  let title: Group | undefined;
  let texts: string[] = [];
  let probes: string[] | undefined;
  const close = () => {
    if (title !== undefined && probes !== undefined) {
      const id = `advice-${advice.length + 1}`;
      const list = probes.map((text, index) => ({ id: `${id}.f${index + 1}`, text }));
      advice.push({
        ...adviceOf(advice.length, title.text, "These follow-ups fit any question."),
        followUps: list,
      });
    } else if (title !== undefined && texts.length === 0)
      report(title.first, title.text, "There is no answer under it.");
    else if (title !== undefined) advice.push(adviceOf(advice.length, title.text, texts.join("\n\n")));
    title = undefined;
    texts = [];
    probes = undefined;
  };
  for (const group of groups) {
    const { first, text, found } = group;
    if (group.label === "heading") {
      close();
    } else if (found?.kind === "followUps") {
      close();
      title = { ...group, text: text.replace(/[:：]$/, "") };
      probes = found.rest === "" ? [] : [...splitItems("followUps", found.rest)];
    } else if (probes !== undefined && first.kind !== "heading" && found?.kind !== "areas") {
      probes.push(text);
    } else if (
      first.kind === "heading" ||
      first.marker === "Q" ||
      /[?？؟]$/u.test(text) ||
      found?.kind === "areas"
    ) {
      close();
      title = group;
    } else if (title === undefined) {
      advice.push(adviceOf(advice.length, openingWords(text), text));
    } else if (
      title.first.kind === "heading" &&
      first.kind === "paragraph" &&
      !first.isAfterBlank &&
      texts.length > 0
    ) {
      texts[texts.length - 1] = joinedTexts(texts.at(-1) ?? "", first);
    } else {
      texts.push(text);
    }
  }
  close();
  return advice;
}

function adviceOf(index: number, title: string, text: string): Advice {
  return {
    id: `advice-${index + 1}`,
    appliesTo: placeOf(title),
    title,
    text,
    signs: [],
    levels: [],
    followUps: [],
  };
}

/** Where a piece of advice is shown, by the words of its title; what names no other place is on why to ask so. */
function placeOf(title: string): AdvicePlace {
  const place = advicePlaces.find(([words]) => words.test(title));
  return place === undefined ? "firstUse" : place[1];
}
