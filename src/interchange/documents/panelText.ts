import type { Root } from "mdast";
import { compareAreas, type SeatedPanel } from "../../domain/panels/debrief.ts";
import { decisionWords } from "../../domain/panels/panel.ts";
import { levelWords } from "../../domain/guides/guide.ts";
import { dayAndTime, ratingToWords } from "./documentWords.ts";
import { fact, heading, list, paragraphs } from "./scorecardText.ts";

/** @returns what the debrief of a panel came to, as a document: the decision, and what was agreed on beside the ratings */
export function panelToDocument({ panel, seated }: SeatedPanel): Root {
  const { decision, agreedByAreaId } = panel.debrief;
  const agreed = compareAreas(panel, seated, "off").flatMap(({ id, area, guide }) => {
    const one = Object.hasOwn(agreedByAreaId, id) ? agreedByAreaId[id] : undefined;
    if (!one) return [];
    const rating = one.rating === null ? "no rating" : ratingToWords(guide.scale, one.rating);
    return [fact(area.text, one.note === "" ? rating : `${rating}. ${one.note}`)];
  });
  return {
    type: "root",
    children: [
      heading(1, `Debrief: ${panel.candidate}`),
      list([
        fact("Role", `${panel.role}, ${levelWords[panel.level]}${panel.remote ? ", remote" : ""}`),
        fact("Decision", decision ? decisionWords[decision.outcome] : "none yet"),
        ...(decision ? [fact("Decided", dayAndTime(decision.decidedAt))] : []),
      ]),
      ...(decision ? paragraphs(decision.reason) : []),
      ...(agreed.length === 0 ? [] : [heading(2, "Agreed in the debrief"), list(agreed)]),
    ],
  };
}
