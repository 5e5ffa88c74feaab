import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaAnswer,
  closeUnrated,
  coverArea,
  markFollowUp,
  noteArea,
  rateArea,
  writeNote,
  type Answer,
} from "../../../src/domain/session/answer.ts";
import { showQuestion } from "../../../src/domain/session/agenda.ts";
import { addQuestion } from "../../../src/domain/session/call.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import {
  applyChange,
  noHistory,
  recordChange,
  redoStep,
  undoStep,
  type ChangeHistory,
  type HistoryStep,
} from "../../../src/domain/session/undo.ts";
import {
  askQuestion,
  liveInterview,
  MINUTE,
  ownQuestion,
  questionIn,
  smallGuide,
  START,
} from "../../smallInterview.ts";

interface State {
  readonly whole: WholeSession;
  readonly history: ChangeHistory;
}

const begin: State = { whole: liveInterview(), history: noHistory };

function make({ whole, history }: State, questionId: string, change: (answer: Answer) => Answer): State {
  const after = changeAnswer(whole, questionId, change, START + MINUTE);
  return { whole: after, history: recordChange(history, whole, after) };
}

function step(
  { whole, history }: State,
  take: (history: ChangeHistory, whole: WholeSession) => HistoryStep | null,
): State | null {
  const taken = take(history, whole);
  if (!taken) return null;
  const { change } = taken;
  return {
    whole: applyChange(whole, change, START + MINUTE),
    history: taken.history,
  };
}

/** As often as there is something to take back, or to bring back. */
function stepThrough(
  state: State,
  take: (history: ChangeHistory, whole: WholeSession) => HistoryStep | null,
): State[] {
  const states: State[] = [];
  for (let next = step(state, take); next; next = step(next, take)) states.push(next);
  return states;
}

/** What can be taken back. */
function marksOf({ whole }: State) {
  return ["failed", "recipe"].map((id) => {
    const answer = whole.answers[id];
    const areas = questionIn(smallGuide, id).areas.map((area) => {
      const { covered, rating } = areaAnswer(answer, area.id);
      return { covered, rating };
    });
    return { areas, asked: answer?.followUpsAsked ?? [], addedMinutes: answer?.addedMinutes ?? 0 };
  });
}

function textsOf({ whole }: State) {
  return Object.values(whole.answers).map(({ areas, notes }) => [
    Object.entries(areas).flatMap(([id, { note }]) => (note === "" ? [] : [[id, note]])),
    notes,
  ]);
}

const anyMark = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("failed.cause", "failed.after", "recipe.trial"),
      fc.constantFrom(1, 2, 3, 4, 5, null, "noEvidence" as const),
    )
    .map(
      ([id, rating]) =>
        (answer: Answer) =>
          rateArea(answer, id, rating),
    ),
  fc.tuple(fc.constantFrom("failed.cause", "recipe.trial"), fc.boolean()).map(
    ([id, covered]) =>
      (answer: Answer) =>
        coverArea(answer, id, covered),
  ),
  fc.tuple(fc.constantFrom("failed.f1", "failed.f2"), fc.boolean(), fc.nat(MINUTE)).map(
    ([id, isAsked, ms]) =>
      (answer: Answer) =>
        markFollowUp(answer, id, isAsked, START + ms),
  ),
  fc.constant((answer: Answer) => closeUnrated(answer, questionIn(smallGuide, "failed"), "notAsked")),
  fc.constant((answer: Answer) => ({ ...answer, addedMinutes: answer.addedMinutes + 2 })),
);
const anyText = fc.oneof(
  fc.string().map((text) => (answer: Answer) => noteArea(answer, "failed.cause", text)),
  fc.string().map((text) => (answer: Answer) => writeNote(answer, "n1", text, START)),
);
const onEither = fc.constantFrom("failed", "recipe");

describe("taking back", () => {
  test("undoes change by change to what was there before, and redoes to what was there after; texts stay", () => {
    const anySteps = fc.array(fc.tuple(onEither, fc.oneof({ weight: 4, arbitrary: anyMark }, anyText)), {
      maxLength: 40,
      size: "max",
    });
    fc.assert(
      fc.property(anySteps, (steps) => {
        let state = begin;
        const marks = [marksOf(begin)];
        for (const [questionId, change] of steps) {
          const before = state.history;
          state = make(state, questionId, change);
          if (state.history !== before) marks.push(marksOf(state));
        }
        const undone = stepThrough(state, undoStep);
        expect(undone.map(marksOf)).toEqual(marks.slice(0, -1).toReversed());
        expect(undone.map(textsOf)).toEqual(undone.map(() => textsOf(state)));
        const redone = stepThrough(undone.at(-1) ?? state, redoStep);
        expect(redone.map(marksOf)).toEqual(marks.slice(1));
      }),
    );
  });

  test("a follow-up that is asked again after all stands where it stood, with its time", () => {
    const ask = (state: State, id: string, isAsked: boolean, ms: number) =>
      make(state, "failed", (answer) => markFollowUp(answer, id, isAsked, START + ms));
    const both = ask(ask(begin, "failed.f1", true, 1000), "failed.f2", true, 2000);
    const undone = step(ask(both, "failed.f1", false, 3000), undoStep)!;
    expect(undone.whole.answers["failed"]?.followUpsAsked).toEqual([
      { followUpId: "failed.f1", atMs: 1000 },
      { followUpId: "failed.f2", atMs: 2000 },
    ]);
  });

  test("what is typed after something was taken back stays when it is brought back", () => {
    const rated = make(begin, "failed", (answer) => rateArea(answer, "failed.cause", 4));
    const undone = step(rated, undoStep)!;
    const noted = make(undone, "failed", (answer) => noteArea(answer, "failed.cause", "salt"));
    const redone = step(noted, redoStep)!;
    expect(areaAnswer(redone.whole.answers["failed"], "failed.cause")).toEqual({
      covered: true,
      rating: 4,
      note: "salt",
    });
  });

  test("a new change leaves nothing to bring back", () => {
    const rated = make(begin, "failed", (answer) => rateArea(answer, "failed.cause", 4));
    const other = make(step(rated, undoStep)!, "failed", (answer) => rateArea(answer, "failed.cause", 2));
    expect(redoStep(other.history)).toBeNull();
  });

  test("it goes back fifty changes, and not one more", () => {
    let state = begin;
    for (let minutes = 1; minutes <= 60; minutes++) {
      state = make(state, "failed", (answer) => ({ ...answer, addedMinutes: minutes }));
    }
    const undone = stepThrough(state, undoStep);
    expect(undone).toHaveLength(50);
    expect(undone.at(-1)?.whole.answers["failed"]?.addedMinutes).toBe(10);
    expect(stepThrough(undone.at(-1)!, redoStep)).toHaveLength(50);
  });

  test("a clock that was started is nothing to take back", () => {
    const whole = askQuestion(begin.whole, "recipe", START + MINUTE);
    expect(recordChange(noHistory, begin.whole, whole)).toBe(noHistory);
  });

  test("it says what it changes: the area with its rating and tick, the follow-up, the minutes", () => {
    const rated = make(begin, "failed", (answer) => rateArea(answer, "failed.cause", 4));
    const changed = make(rated, "failed", (answer) => rateArea(answer, "failed.cause", 2));
    expect(undoStep(changed.history, changed.whole)?.change).toEqual({
      questionId: "failed",
      parts: [
        {
          kind: "area",
          areaId: "failed.cause",
          from: { covered: true, rating: 2 },
          to: { covered: true, rating: 4 },
        },
      ],
    });
    const asked = make(rated, "failed", (answer) => markFollowUp(answer, "failed.f1", true, START + 5000));
    expect(undoStep(asked.history, asked.whole)?.change.parts).toEqual([
      {
        kind: "followUp",
        followUpId: "failed.f1",
        from: { asked: { followUpId: "failed.f1", atMs: 5000 }, at: 0 },
        to: null,
      },
    ]);
    const more = make(rated, "recipe", (answer) => ({ ...answer, addedMinutes: 2 }));
    expect(undoStep(more.history, more.whole)?.change).toEqual({
      questionId: "recipe",
      parts: [{ kind: "addedMinutes", from: 2, to: 0 }],
    });
  });

  test("all areas that were marked at once are taken back at once", () => {
    const closed = make(begin, "failed", (answer) =>
      closeUnrated(answer, questionIn(smallGuide, "failed"), "notAsked"),
    );
    expect(undoStep(closed.history, closed.whole)?.change.parts).toHaveLength(2);
    expect(marksOf(step(closed, undoStep)!)).toEqual(marksOf(begin));
  });

  describe("a question that was added", () => {
    const withOwn = addQuestion(begin.whole, ownQuestion, START);
    const added: State = { whole: withOwn, history: recordChange(noHistory, begin.whole, withOwn) };

    test("goes from the agenda with its text, and comes next again when it is brought back", () => {
      const undone = step(added, undoStep)!;
      expect(undone.whole.session).toMatchObject({ questionIds: ["failed", "recipe"], ownQuestions: [] });
      expect(step(undone, redoStep)!.whole.session).toMatchObject({
        questionIds: ["failed", "own", "recipe"],
        ownQuestions: [ownQuestion],
      });
    });

    test("that is looked at leaves the screen to the one before it", () => {
      const shown = { ...added, whole: showQuestion(added.whole, "own", START) };
      expect(step(shown, undoStep)!.whole.session.currentQuestionId).toBe("failed");
    });

    test("stays once something was recorded for it, and what was done before it can be taken back all the same", () => {
      const rated = make(begin, "failed", (answer) => rateArea(answer, "failed.cause", 4));
      const more = addQuestion(rated.whole, ownQuestion, START);
      const both: State = { whole: more, history: recordChange(rated.history, rated.whole, more) };
      const noted = make(both, "own", (answer) => writeNote(answer, "n1", "salt", START));
      const undone = step(noted, undoStep)!;
      expect(undone.whole.session.questionIds).toContain("own");
      expect(areaAnswer(undone.whole.answers["failed"], "failed.cause").rating).toBeNull();
    });
  });
});
