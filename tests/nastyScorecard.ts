import { newAnswer, writeNote } from "../src/domain/session/answer.ts";
import type { Guide } from "../src/domain/guides/guide.ts";
import type { Scorecard } from "../src/domain/session/scorecard.ts";
import { changeAnswer } from "../src/domain/session/wholeSession.ts";
import {
  hashGuide,
  MINUTE,
  ownQuestion,
  smallGuide,
  START,
  submittedInterview,
  usualSegments,
} from "./smallInterview.ts";
import { smallRevision } from "./smallPanel.ts";

/** A submitted scorecard with one revision: another rating and note for "The cause", "no" instead of "yes". */
export function revisedScorecard(): Scorecard {
  return {
    first: submittedInterview(),
    revisions: [
      {
        ...smallRevision("r1", START + 30 * MINUTE, "failed.cause", 3),
        sessionId: "s1",
        recommendation: "no",
        summary: "Not the whole cause.",
      },
    ],
  };
}

/** With an introduction that took ten seconds more than its five minutes, and eight of ten for the candidate's questions. */
export function scorecardWithSegments(): Scorecard {
  const { first } = revisedScorecard();
  const { introduction, candidateQuestions } = usualSegments;
  const segments = {
    introduction: {
      ...introduction,
      timer: { startedAt: null, elapsedBeforeMs: 5 * MINUTE + 10_000 },
      gaps: [{ at: START + MINUTE, gapMs: 90_000, takenOff: true }],
    },
    candidateQuestions: { ...candidateQuestions, timer: { startedAt: null, elapsedBeforeMs: 8 * MINUTE } },
  };
  return { first: { ...first, session: { ...first.session, segments } }, revisions: [] };
}

/** The revised scorecard with one text in every field that a person, or the author of a guide, writes in. */
export function scorecardOfText(text: string): Scorecard {
  const { first, revisions } = revisedScorecard();
  const guide: Guide = {
    ...smallGuide,
    title: text,
    scale: { points: smallGuide.scale.points.map((point) => ({ ...point, label: text })) },
    competencies: smallGuide.competencies.map((one) => ({ ...one, name: text })),
    questions: smallGuide.questions.map((one) => ({
      ...one,
      title: text,
      text,
      areas: one.areas.map((area) => ({ ...area, text })),
      followUps: one.followUps.map((followUp) => ({ ...followUp, text })),
    })),
  };
  const { id: _id, ...session } = first.session;
  const written = changeAnswer(
    {
      guide,
      session: {
        ...session,
        id: "s1",
        candidate: text,
        role: text,
        interviewer: text,
        summary: text,
        guideId: hashGuide(guide),
        ownQuestions: [{ ...ownQuestion, title: text, text }],
      },
      answers: Object.fromEntries(
        Object.entries(first.answers).map(([id, answer]) => [
          id,
          {
            ...answer,
            areas: Object.fromEntries(
              Object.entries(answer.areas).map(([areaId, area]) => [areaId, { ...area, note: text }]),
            ),
          },
        ]),
      ),
    },
    "failed",
    (answer) => writeNote(answer, "n1", text, START),
    START,
  );
  return {
    first: written,
    revisions: revisions.map((revision) => ({
      ...revision,
      reason: text,
      summary: `${text}!`,
      areas: { "failed.cause": { rating: 3, note: `${text}!` } },
    })),
  };
}

/** A remote sample session in which an own question without a competency was asked and nothing could be assessed. */
export function unassessedScorecard(): Scorecard {
  const { first } = revisedScorecard();
  return {
    first: {
      ...first,
      session: { ...first.session, remote: true, sample: true, recommendation: "noDecision" },
      answers: {
        own: {
          ...newAnswer("s1", "own", START),
          areas: { "own.area": { covered: false, rating: "noEvidence", note: "" } },
        },
      },
    },
    revisions: [],
  };
}
