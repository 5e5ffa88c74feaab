import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAsked, noteArea, rateArea } from "../../../src/domain/session/answer.ts";
import {
  agendaOf,
  elapsedMsOf,
  isSameItem,
  nextItem,
  paceOfCall,
  pauseItem,
  plannedMsOf,
  questionItem,
  runningItem,
  showQuestion,
  startItem,
  type AgendaItem,
} from "../../../src/domain/session/agenda.ts";
import { addQuestion } from "../../../src/domain/session/call.ts";
import { planSegments } from "../../../src/domain/session/segment.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import {
  askQuestion,
  candidateQuestions,
  introduction,
  liveInterview,
  liveInterviewWithSegments,
  MINUTE,
  ownQuestion,
  plannedInterview,
  START,
  usualSegments,
} from "../../smallInterview.ts";

const all = ["failed", "recipe", "apprentice"];
/** An introduction, three questions of 15, 10 and 15 minutes, and the candidate's: 55 minutes of 60. */
const begun = liveInterviewWithSegments("s1", { questionIds: all });
const ids = (items: readonly AgendaItem[]) => items.map(({ id }) => id);

/** Each is on the clock for so many minutes, one after another from the start. */
function spend(whole: WholeSession, ...spent: readonly (readonly [AgendaItem, number])[]) {
  let now = START;
  let after = whole;
  for (const [item, minutes] of spent) {
    after = startItem(after, item, now);
    now += minutes * MINUTE;
  }
  return { whole: after, now };
}
const [failed, recipe, apprentice] = [
  questionItem("failed"),
  questionItem("recipe"),
  questionItem("apprentice"),
];

describe("the agenda", () => {
  test("goes from the introduction through the questions to the candidate's own", () => {
    expect(agendaOf(begun)).toEqual([introduction, failed, recipe, apprentice, candidateQuestions]);
    expect(ids(agendaOf(addQuestion(begun, ownQuestion, START)))).toContain("own");
  });

  test("has no segment of no minutes, and none in a session from before there were any", () => {
    const short = planSegments({ introduction: 0, candidateQuestions: 10 });
    expect(agendaOf(plannedInterview("s1", { segments: short })).at(0)).toEqual(failed);
    expect(agendaOf(plannedInterview())).toEqual([failed, recipe]);
    expect(runningItem(liveInterview())).toEqual(failed);
  });

  test("gives a segment its minutes, and a question its own with what the candidate and the call add to them", () => {
    const whole = plannedInterview("s1", { timeMultiplier: 1.5, segments: usualSegments });
    expect(plannedMsOf(whole, introduction)).toBe(5 * MINUTE);
    expect(plannedMsOf(whole, failed)).toBe(23 * MINUTE);
    const more = changeAnswer(whole, "failed", (answer) => ({ ...answer, addedMinutes: 2 }), START);
    expect(plannedMsOf(more, failed)).toBe(25 * MINUTE);
    expect(plannedMsOf(whole, questionItem("gone"))).toBe(0);
  });

  test("starts no clock of what is not on it", () => {
    expect(startItem(liveInterview(), introduction, START)).toEqual(liveInterview());
    expect(startItem(begun, questionItem("gone"), START)).toBe(begun);
  });

  test("an item that is started is on the screen where it is a question, and every other clock stands", () => {
    const { whole, now } = spend(begun, [introduction, 4], [failed, 6], [candidateQuestions, 1]);
    expect(whole.session.currentQuestionId).toBe("failed");
    expect(runningItem(whole)).toEqual(candidateQuestions);
    expect([introduction, failed, candidateQuestions].map((item) => elapsedMsOf(whole, item, now))).toEqual([
      4 * MINUTE,
      6 * MINUTE,
      MINUTE,
    ]);
  });

  test("two clocks that run in a file from elsewhere are one when the next is started", () => {
    const { timer } = askQuestion(liveInterview(), "failed", START).answers["failed"]!;
    const both = changeAnswer(begun, "failed", (answer) => ({ ...answer, timer }), START);
    const one = startItem(both, failed, START + MINUTE);
    expect(runningItem(pauseItem(one, failed, START + MINUTE))).toBeNull();
  });
});

describe("Next", () => {
  test("goes through the whole agenda, whatever is looked at in between, and then there is nothing left", () => {
    let whole = begun;
    const started: (string | undefined)[] = [];
    for (let now = START + MINUTE; nextItem(whole); now += MINUTE) {
      whole = startItem(whole, nextItem(whole)!, now);
      started.push(runningItem(whole)?.id);
      whole = showQuestion(whole, "failed", now);
    }
    expect(started).toEqual(["failed", "recipe", "apprentice", "candidateQuestions"]);
  });

  test("with nothing on the clock, it goes on after the question on the screen, or begins it", () => {
    const paused = pauseItem(begun, introduction, START + MINUTE);
    expect(nextItem(paused)).toEqual(failed);
    expect(nextItem(showQuestion(paused, "recipe", START))).toEqual(recipe);
    const asked = pauseItem(askQuestion(begun, "failed", START), failed, START + MINUTE);
    expect(nextItem(asked)).toEqual(recipe);
    expect(nextItem(liveInterview("s1", { questionIds: [] }))).toBeNull();
  });

  test("comes back to a question that was passed over, before the candidate's own", () => {
    const { whole } = spend(begun, [introduction, 5], [failed, 5], [apprentice, 5]);
    expect(nextItem(whole)).toEqual(recipe);
    const { whole: after } = spend(begun, [introduction, 5], [failed, 5], [apprentice, 5], [recipe, 5]);
    expect(nextItem(after)).toEqual(candidateQuestions);
  });

  test("does not ask again what had its time, but what was on the clock by mistake", () => {
    const { whole } = spend(begun, [failed, 5], [recipe, 0.25], [failed, 1]);
    expect(nextItem(whole)).toEqual(recipe);
    const { whole: back } = spend(begun, [failed, 5], [recipe, 5], [apprentice, 5], [failed, 1]);
    expect(nextItem(back)).toEqual(candidateQuestions);
  });

  test("pressed twice at once, it comes back to the question that was skipped, before the candidate's own", () => {
    const { whole } = spend(begun, [failed, 5], [recipe, 0.003], [apprentice, 5]);
    expect(nextItem(whole)).toEqual(recipe);
    expect(nextItem(spend(begun, [failed, 5], [recipe, 0.003], [apprentice, 5], [recipe, 5]).whole)).toEqual(
      candidateQuestions,
    );
  });

  test("a question that was seen and left unasked comes after the candidate's own, and not once it has a note", () => {
    const { whole } = spend(begun, [failed, 5], [recipe, 0.25], [apprentice, 5]);
    expect(nextItem(whole)).toEqual(candidateQuestions);
    const { whole: atEnd } = spend(
      begun,
      [failed, 5],
      [recipe, 0.25],
      [apprentice, 5],
      [candidateQuestions, 5],
    );
    expect(nextItem(atEnd)).toEqual(recipe);
    const noted = changeAnswer(atEnd, "recipe", (answer) => noteArea(answer, "recipe.trial", "soon"), START);
    expect(nextItem(noted)).toBeNull();
  });

  test("does not come back to a question that was rated while another was on the clock", () => {
    const rated = changeAnswer(begun, "failed", (answer) => rateArea(answer, "failed.cause", 4), START);
    const { whole } = spend(rated, [introduction, 5], [recipe, 5], [apprentice, 5]);
    expect(nextItem(whole)).toEqual(candidateQuestions);
  });

  test("offers the candidate's own questions again only where they were on the clock by mistake", () => {
    const asked = [
      [failed, 5],
      [recipe, 5],
      [apprentice, 5],
    ] as const;
    const { whole } = spend(begun, ...asked, [candidateQuestions, 8], [failed, 1]);
    expect(nextItem(whole)).toBeNull();
    const { whole: mistaken } = spend(begun, ...asked, [candidateQuestions, 0.1], [failed, 1]);
    expect(nextItem(mistaken)).toEqual(candidateQuestions);
  });

  test("comes to an end wherever one begins, having asked everything that nothing was done with", () => {
    const steps = fc.array(
      fc.record({ item: fc.constantFrom(...agendaOf(begun)), minutes: fc.constantFrom(0, 0.1, 1, 20) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, fc.constantFrom(...all), fc.boolean(), (spent, shown, isPaused) => {
        const first = spend(begun, ...spent.map(({ item, minutes }) => [item, minutes] as const));
        let { whole, now } = first;
        whole = showQuestion(whole, shown, now);
        const running = runningItem(whole);
        if (isPaused && running) whole = pauseItem(whole, running, now);
        let presses = 0;
        for (let next = nextItem(whole); next; next = nextItem(whole)) {
          expect(isSameItem(next, runningItem(whole))).toBe(false);
          whole = startItem(whole, next, now);
          now += MINUTE;
          presses++;
          expect(presses).toBeLessThanOrEqual(2 * agendaOf(begun).length);
        }
        for (const id of all) expect(isAsked(whole.answers[id], now)).toBe(true);
      }),
    );
  });
});

describe("the pace of the call", () => {
  const behind = (whole: WholeSession, now: number) => paceOfCall(whole, now).behindMs / MINUTE;
  const behindAfter = (...spent: readonly (readonly [AgendaItem, number])[]) => {
    const { whole, now } = spend(begun, ...spent);
    return behind(whole, now);
  };

  test("the end is that of the slot, counted from the start of the call", () => {
    expect(paceOfCall(begun, START + 7 * MINUTE).endsAt).toBe(START + 60 * MINUTE);
    const short = liveInterview("s1", { slotMinutes: 30 });
    expect(paceOfCall(short, START).endsAt).toBe(START + 30 * MINUTE);
  });

  test("while everything takes its time it is neither behind nor ahead", () => {
    expect(behindAfter([introduction, 3])).toBe(0);
    expect(behindAfter([introduction, 5], [failed, 15], [recipe, 4])).toBe(0);
    expect(behindAfter([introduction, 5], [failed, 15], [recipe, 10], [apprentice, 15])).toBe(0);
  });

  test("what takes longer puts it behind, what is shorter ahead, once the next is on the clock", () => {
    expect(behindAfter([introduction, 9])).toBe(4);
    expect(behindAfter([introduction, 5], [failed, 11])).toBe(0);
    expect(behindAfter([introduction, 5], [failed, 11], [recipe, 1])).toBe(-4);
  });

  test("a pause puts it behind by as much, and the rest of the question is still to come", () => {
    const { whole, now } = spend(begun, [introduction, 5], [failed, 5]);
    expect(behind(pauseItem(whole, failed, now), now + 3 * MINUTE)).toBe(3);
  });

  test.each<readonly [string, readonly (readonly [AgendaItem, number])[]]>([
    ["the introduction", [[introduction, 1]]],
    [
      "a question",
      [
        [introduction, 5],
        [failed, 15],
        [recipe, 2],
      ],
    ],
    [
      "the candidate's own questions",
      [
        [introduction, 5],
        [failed, 11],
        [candidateQuestions, 3],
      ],
    ],
  ])("pausing %s and looking back at another changes nothing by itself", (_name, spent) => {
    const { whole, now } = spend(begun, ...spent);
    const paused = pauseItem(whole, spent.at(-1)![0], now);
    expect(behind(paused, now)).toBe(behind(whole, now));
    expect(behind(showQuestion(paused, "failed", now), now)).toBe(behind(whole, now));
  });

  test("a clock of any length that a file may hold leaves the end a time", () => {
    const odd = { ...begun.session, clock: { startedAt: null, elapsedBeforeMs: Number.MAX_SAFE_INTEGER } };
    const { endsAt } = paceOfCall({ ...begun, session: odd }, START);
    expect(Number.isNaN(new Date(endsAt).getTime())).toBe(false);
  });

  test("answers that come out of order change nothing: what was passed over is still to come", () => {
    expect(behindAfter([introduction, 5], [recipe, 10], [failed, 15])).toBe(0);
    const noted = changeAnswer(begun, "recipe", (answer) => noteArea(answer, "recipe.trial", "soon"), START);
    expect(behind(noted, START + MINUTE)).toBe(0);
  });

  test("a question that is left at once is still to come, and wins no time", () => {
    expect(behindAfter([introduction, 5], [failed, 0], [recipe, 1])).toBe(0);
  });

  test("minutes and questions that are added put it behind as far as the slot has no room for them", () => {
    const more = changeAnswer(begun, "failed", (answer) => ({ ...answer, addedMinutes: 8 }), START);
    expect(behind(more, START)).toBe(3);
    // Five minutes are left of the slot, and the own question takes five.
    expect(behind(addQuestion(begun, ownQuestion, START), START)).toBe(0);
    const again = { ...ownQuestion, id: "own2" };
    expect(behind(addQuestion(addQuestion(begun, ownQuestion, START), again, START), START)).toBe(5);
  });
});
