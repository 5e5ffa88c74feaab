import { fullTitle } from "../../domain/guides/questionTitle.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { askedOf, type ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { reportedRecommendation } from "../documents/documentWords.ts";
import type { PastePart, PasteTemplate } from "./pasteTemplates.ts";
import {
  areaItems,
  areaRating,
  commentSections,
  noteSections,
  questionItems,
  saidAreas,
  sectionsToHtml,
  sectionsToText,
  type Section,
} from "./reportSections.ts";

/** What is pasted into one field of a form. */
export interface PasteField {
  readonly id: string;
  readonly name: string;
  /** What the form calls those of its kind together; empty for one that there is one of. */
  readonly group: string;
  readonly plain: string;
  /** The same with its formatting; null where the field is to have none. */
  readonly html: string | null;
}

interface Filled {
  readonly id: string;
  readonly name: string;
  readonly sections: readonly Section[];
}

/** @returns what fills the fields of a template, in their order; one of which a scorecard says nothing is left out */
export function toPasteFields(report: ScorecardReport, { fields }: PasteTemplate): readonly PasteField[] {
  return fields
    .flatMap(({ id, part, name, isRich }) => {
      const sections = sectionsOf[part](report);
      const toField = (fieldId: string, filled: Omit<Filled, "id">, group: string): PasteField => ({
        id: fieldId,
        name: filled.name,
        group,
        plain: sectionsToText(filled.sections),
        html: isRich ? sectionsToHtml(filled.sections) : null,
      });
      return "each" in sections
        ? sections.each.map((one) => toField(`${id} ${one.id}`, one, name))
        : toField(id, { name, sections: sections.one }, "");
    })
    .filter(({ plain }) => plain !== "");
}

type Filling = { readonly one: readonly Section[] } | { readonly each: readonly Filled[] };

const sectionsOf: Readonly<Record<PastePart, (report: ScorecardReport) => Filling>> = {
  recommendation: (report) => ({ one: [textSection(capitalised(reportedRecommendation(report, "final")))] }),
  summary: ({ final }) => ({ one: [textSection(final.session.summary)] }),
  areas: (report) => ({
    each: askedOf(report).flatMap(({ areas }) =>
      saidAreas(areas).map((one) => ({
        id: one.area.id,
        name: one.area.text,
        sections: [{ title: capitalised(areaRating(report, one)), text: one.note, items: [] }],
      })),
    ),
  }),
  competencies: (report) => ({
    each: report.competencies.map(({ competencyId, name }) => ({
      id: competencyId,
      name: competencyId === "" ? "No competency" : name,
      sections: [
        {
          title: "",
          text: "",
          items: askedOf(report)
            .filter(({ question }) => question.competencyId === competencyId)
            .flatMap(({ areas }) => areaItems(report, areas)),
        },
      ],
    })),
  }),
  questions: (report) => ({
    each: askedOf(report).map((one) => ({
      id: one.question.id,
      name: fullTitle(one.question),
      sections: [{ title: "", text: "", items: questionItems(report, one) }],
    })),
  }),
  notes: (report) => ({ one: noteSections(report) }),
  everything: (report) => ({ one: commentSections(report) }),
};

function textSection(text: string): Section {
  return { title: "", text, items: [] };
}
