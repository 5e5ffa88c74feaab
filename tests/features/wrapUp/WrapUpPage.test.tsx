// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { notAssessedWords, rateArea, type Rating } from "../../../src/domain/session/answer.ts";
import { pauseItem, questionItem } from "../../../src/domain/session/agenda.ts";
import { finishSession } from "../../../src/domain/session/call.ts";
import {
  changeAnswer,
  recommend,
  summarise,
  takeBackSubmission,
  type WholeSession,
} from "../../../src/domain/session/wholeSession.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { reviewKeys } from "../../../src/features/wrapUp/reviewKeys.ts";
import { writeKeySetting } from "../../../src/state/session/keySettings.ts";
import { openSession } from "../../../src/state/session/runningSession.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  askQuestion,
  completeInterview,
  liveInterview,
  liveInterviewWithSegments,
  MINUTE,
  START,
} from "../../smallInterview.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;
let now: number;

beforeEach(() => {
  now = START + 20 * MINUTE;
  app = { ...newApp(), clock: { now: () => now, monotonic: () => 0 } };
});
afterEach(() => leaveApp(app));

/** An interview that is over, "A failed batch" and "A new recipe" were asked; ratings are by area id. */
function overInterview(
  ratings: Readonly<Record<string, Rating>> = {},
  questionIds: readonly string[] = ["failed", "recipe"],
): WholeSession {
  const asked = questionIds.reduce(
    (whole, id, index) => askQuestion(whole, id, START + 3 * index * MINUTE),
    liveInterview("s1", { questionIds }),
  );
  const rated = Object.entries(ratings).reduce<WholeSession>(
    (whole, [areaId, rating]) =>
      changeAnswer(whole, areaId.split(".")[0]!, (answer) => rateArea(answer, areaId, rating), START),
    asked,
  );
  return finishSession(rated, START + 10 * MINUTE);
}

/** Nothing is missing of it but the ratings that are not given. */
function readyToSubmit(...over: Parameters<typeof overInterview>): WholeSession {
  return summarise(recommend(overInterview(...over), "yes", START), "Found the cause.", START);
}

async function wrapUp(whole: WholeSession): Promise<void> {
  await putWholeSessions(app.database, [whole], []);
  await showApp(app, "/session/s1");
  await screen.findByRole("heading", { name: "Recommendation" });
}

/** The same on a scale with Hebrew names, whose meanings are English, and with no anchors. */
function onHebrewScale(whole: WholeSession): WholeSession {
  const { scale, competencies, questions } = whole.guide;
  const points = scale.points.map((point) => ({ ...point, label: "טוב", meaning: "Names the cause." }));
  return {
    ...whole,
    guide: {
      ...whole.guide,
      scale: { ...scale, points },
      competencies: competencies.map((one) => ({ ...one, anchors: [] })),
      questions: questions.map((one) => ({
        ...one,
        areas: one.areas.map((area) => ({ ...area, anchors: [] })),
      })),
    },
  };
}

const kept = () => loadWholeSession(app.database, "s1");
const keptRating = async (areaId: string) =>
  (await kept())?.answers[areaId.split(".")[0]!]?.areas[areaId]?.rating ?? null;
const submit = () => screen.getByRole("button", { name: "Submit the scorecard" });
const missing = () =>
  within(screen.getByRole("region", { name: "Submit" })).getByText(/missing/u, { selector: "p" });
const rating = (area: string) => within(screen.getByRole("group", { name: `Rating: ${area}` }));
const said = () => document.querySelector("main + [role=status]")?.textContent;
const row = (area: string) => screen.getByRole("group", { name: `Rating: ${area}` }).closest("li")!;
const areaOrder = () =>
  Array.from(document.querySelectorAll("[data-area] legend"), ({ textContent }) =>
    textContent.replace("Rating: ", ""),
  );
const allRated = { "failed.cause": 3, "failed.after": "noEvidence", "recipe.trial": 4 } as const;

test("the head of a wrap-up has no dot without a role", async () => {
  const { session, ...whole } = overInterview();
  await wrapUp({ ...whole, session: { ...session, role: "" } });
  expect(screen.getByText("Wrap-up")).toBeVisible();
  expect(screen.getByRole("banner")).not.toHaveTextContent("·");
});

test("what a point means says the direction of its line, and its name beside it none", async () => {
  await wrapUp(onHebrewScale(overInterview({ "failed.cause": 3 })));
  const meaning = document.querySelector("[data-area='failed.cause'] [data-shown]")!;
  expect(meaning).toHaveTextContent("טוב: Names the cause.");
  // Which what is in a bdi has no part in.
  expect(meaning).toHaveAttribute("dir", "auto");
  expect([...meaning.querySelectorAll("bdi")].map((part) => part.textContent)).toEqual(["טוב"]);
});

test("an anchor in Hebrew or Arabic stands at the right, as all else that is", async () => {
  const whole = overInterview({ "failed.cause": 3 });
  const anchors = [{ point: 3, text: "מצא את הסיבה." }];
  const questions = whole.guide.questions.map((one) => ({
    ...one,
    areas: one.areas.map((area) => ({ ...area, anchors })),
  }));
  await wrapUp({ ...whole, guide: { ...whole.guide, questions } });
  const anchor = document.querySelector("[data-area='failed.cause'] [data-shown]")!;
  expect(anchor).toHaveTextContent("מצא את הסיבה.");
  expect(anchor).toHaveAttribute("dir", "auto");
  expect(anchor.querySelector("bdi")).toBeNull();
});

test("time in which the page was closed can still be subtracted, and is asked about once", async () => {
  const over = overInterview();
  const gap = { at: START + 2 * MINUTE, gapMs: MINUTE, takenOff: false };
  await wrapUp(changeAnswer(over, "failed", (answer) => ({ ...answer, gaps: [gap] }), START));
  const facts = () => screen.getByText(/^Interview \d/u).textContent;
  const before = facts();
  expect(screen.getByText("The timer ran 01:00 while you were away.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Subtract 01:00" }));
  expect(screen.queryByText(/^The timer ran/u)).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(facts()).not.toBe(before);
  await waitFor(async () =>
    expect((await kept())?.answers["failed"]).toMatchObject({ gaps: [{ takenOff: true }] }),
  );
});

test("it is said what is missing until nothing is; then the scorecard is submitted, and is read-only", async () => {
  await wrapUp(overInterview({ "failed.cause": 5, "recipe.trial": 3 }));
  expect(missing()).toHaveTextContent(
    "Still missing: a rating or a reason for 1 area, your recommendation, your summary.",
  );
  expect(submit()).toBeDisabled();
  await userEvent.click(rating("What changed").getByRole("radio", { name: /^2/u }));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("All areas rated");
  await userEvent.click(screen.getByRole("radio", { name: "Yes" }));
  expect(missing()).toHaveTextContent("Still missing: your summary.");
  await userEvent.type(screen.getByLabelText(/^Summary/u), "Found the cause.");
  expect(missing()).toHaveTextContent("Nothing is missing.");
  await userEvent.click(submit());
  await userEvent.click(screen.getByRole("button", { name: "Lock now" }));
  expect(await screen.findByText("Submitted, read-only")).toBeVisible();
  await waitFor(async () =>
    expect((await kept())?.session).toMatchObject({
      status: "submitted",
      recommendation: "yes",
      summary: "Found the cause.",
    }),
  );
});

test("with the submission goes a question of one’s own that was typed in the call and never asked", async () => {
  const typed = { text: "And the oven?", areas: "", candidate: "Amira Haddad" };
  sessionStorage.setItem("draft question s1", JSON.stringify(typed));
  await wrapUp(readyToSubmit(allRated));
  expect(sessionStorage.getItem("draft question s1")).not.toBeNull();
  await userEvent.click(submit());
  expect(sessionStorage.getItem("draft question s1")).toBeNull();
});

test("the recommendation is shut until every area has a rating or a reason", async () => {
  await wrapUp(overInterview({ "failed.cause": 3, "recipe.trial": 4 }));
  for (const choice of screen.getAllByRole("radio", { name: /^(?:Strong )?(?:no|yes)$|^No decision$/iu }))
    expect(choice).toBeDisabled();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1 area left to rate");
  await userEvent.click(screen.getByRole("button", { name: "Next unrated area" }));
  expect(rating("What changed").getAllByRole("radio")[0]).toHaveFocus();
  await userEvent.selectOptions(rating("What changed").getByRole("combobox"), notAssessedWords.notAsked);
  expect(screen.getByRole("radio", { name: "Strong yes" })).toBeEnabled();
  await waitFor(async () => expect(await keptRating("failed.after")).toBe("notAsked"));
});

describe("the review", () => {
  test("shows of each question how long it took, what was covered, asked further and noted", async () => {
    await wrapUp(completeInterview());
    const question = within(screen.getByRole("region", { name: "A failed batch" }));
    expect(question.getByText("Dough · 07:00 of 15:00 · 1 of 2 areas covered")).toBeVisible();
    expect(rowTexts(question.getAllByRole("listitem").slice(-2))).toEqual([
      "01:00How did you know?",
      expect.stringMatching(/^02:00/u),
    ]);
    expect(question.getByLabelText("Note at 02:00")).toHaveValue("\u201Cit was the salt\u201D");
    expect(question.getByLabelText("Note on The cause")).toHaveValue("weighed the salt again");
    expect(screen.getByRole("region", { name: "Not asked" })).toHaveTextContent("A new recipe");
  });

  test("says what the point given sounds like, and another point when it is given another", async () => {
    await wrapUp(overInterview(allRated));
    const shown = () => row("The cause").querySelector("p > [data-shown]")?.textContent;
    // The guide has an anchor for the 5 alone; other points are said in the words of the scale.
    expect(shown()).toBe("Sound: There was a real example.");
    await userEvent.click(rating("The cause").getByRole("radio", { name: /^5/u }));
    expect(shown()).toBe("shows how it was proved");
    await userEvent.click(screen.getByRole("button", { name: "All anchors" }));
    expect(within(row("The cause")).getByRole("list")).toHaveTextContent("5 shows how it was proved");
  });

  test("lets ratings and notes be changed where they stand", async () => {
    await wrapUp(completeInterview());
    await userEvent.click(rating("The cause").getByRole("radio", { name: /^4/u }));
    await userEvent.type(screen.getByLabelText("Note on The cause"), ", twice");
    await userEvent.type(screen.getByLabelText("Note at 02:00"), " he said");
    await waitFor(async () => {
      const answer = (await kept())?.answers["failed"];
      expect(answer?.areas["failed.cause"]).toMatchObject({
        rating: 4,
        note: "weighed the salt again, twice",
      });
      expect(answer?.notes[0]?.text).toBe("\u201Cit was the salt\u201D he said");
    });
  });

  test("has gaps first: open areas, then ends of the scale without a note; each area stands there once", async () => {
    await wrapUp(overInterview({ "failed.cause": 3, "recipe.trial": 5 }));
    expect(areaOrder()).toEqual(["What changed", "The trials", "The cause"]);
    expect(screen.getByRole("region", { name: /^Evidence for your highest/u })).toContainElement(
      row("The trials"),
    );
    const above = within(screen.getByRole("region", { name: "A failed batch" }));
    await userEvent.click(above.getByRole("button", { name: "What changed" }));
    expect(rating("What changed").getAllByRole("radio")[0]).toHaveFocus();
  });

  test("keeps an area where it is when it is rated, so that no other one comes under the pointer", async () => {
    await wrapUp(overInterview({ "failed.cause": 3 }));
    const before = areaOrder();
    await userEvent.click(rating("What changed").getByRole("radio", { name: /^3/u }));
    await userEvent.click(rating("The cause").getByRole("radio", { name: /^5/u }));
    await userEvent.click(rating("The trials").getByRole("radio", { name: /^1/u }));
    expect(areaOrder()).toEqual(before);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("All areas rated");
  });

  test("keeps a question whose only rating is taken back", async () => {
    const rated = changeAnswer(
      finishSession(liveInterviewWithSegments(), START + MINUTE),
      "failed",
      (answer) => rateArea(answer, "failed.cause", 3),
      START,
    );
    await wrapUp(rated);
    await userEvent.click(rating("The cause").getByRole("radio", { name: /^3/u }));
    expect(rating("The cause").getByRole("radio", { name: /^3/u })).not.toBeChecked();
    expect(row("The cause")).toBeVisible();
  });
});

describe("keys", () => {
  test("act from arrival on: one rates an area and goes on to the next that is open; one takes it back", async () => {
    await wrapUp(overInterview());
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    await userEvent.keyboard("4");
    expect(rating("The cause").getByRole("radio", { name: /^4/u })).toBeChecked();
    expect(rating("What changed").getAllByRole("radio")[0]).toHaveFocus();
    await userEvent.keyboard("0{ArrowDown}");
    expect(rating("The trials").getAllByRole("radio")[0]).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    expect(rating("The cause").getByRole("radio", { name: /^4/u })).toHaveFocus();
    await userEvent.keyboard("{Backspace}");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("2 areas left to rate");
    await waitFor(async () => expect(await keptRating("failed.after")).toBe("noEvidence"));
    expect(await keptRating("failed.cause")).toBeNull();
  });

  test("go on as in the call: a point in place of a reason goes on too, and what comes next is rated, not that again", async () => {
    await wrapUp(overInterview());
    await userEvent.keyboard("3042");
    expect(rating("The trials").getByRole("radio", { name: /^2/u })).toHaveFocus();
    await waitFor(async () => expect(await keptRating("recipe.trial")).toBe(2));
    expect(await keptRating("failed.cause")).toBe(3);
    expect(await keptRating("failed.after")).toBe(4);
  });

  test("stay with an area below which none is open; 0 again changes the reason, then opens it", async () => {
    await wrapUp(overInterview(allRated));
    await userEvent.keyboard("2");
    expect(rating("The cause").getByRole("radio", { name: /^2/u })).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}0");
    expect(rating("What changed").getByRole("combobox")).toHaveValue("notAsked");
    await userEvent.keyboard("0");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1 area left to rate");
  });

  test("that mark an open area not assessed stay with it, so that the same key changes the reason", async () => {
    await wrapUp(overInterview());
    await userEvent.keyboard("00");
    expect(rating("The cause").getByRole("combobox")).toHaveValue("notAsked");
    expect(rating("What changed").getByRole("combobox")).toHaveValue("");
    await waitFor(async () => expect(await keptRating("failed.cause")).toBe("notAsked"));
  });

  test("that rate the last area stay with it though one above is open, so that a note is on what was rated", async () => {
    await wrapUp(overInterview());
    await userEvent.keyboard("{End}2n");
    expect(rating("The trials").getByRole("radio", { name: /^2/u })).toBeChecked();
    expect(screen.getByLabelText("Note on The trials")).toHaveFocus();
  });

  test("act behind a click on empty ground, and after a button", async () => {
    await wrapUp(overInterview(allRated));
    await userEvent.click(screen.getByRole("heading", { level: 1 }));
    await userEvent.keyboard("1");
    await userEvent.click(screen.getByRole("button", { name: "All anchors" }));
    await userEvent.keyboard("2");
    expect(rating("The cause").getByRole("radio", { name: /^2/u })).toBeChecked();
  });

  test("take back what was rated, with the focus on it, and bring it again; a text keeps its own undo", async () => {
    await wrapUp(overInterview(allRated));
    await userEvent.keyboard("5{ArrowDown}{ArrowDown}1{Control>}z{/Control}");
    expect(rating("The trials").getByRole("radio", { name: /^4/u })).toHaveFocus();
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(rating("The cause").getByRole("radio", { name: /^3/u })).toHaveFocus();
    expect(said()).toBe("Undone, now: The cause: 3, Sound");
    await userEvent.keyboard("{Control>}zz{/Control}");
    expect(said()).toBe("There is nothing to undo.");
    await userEvent.keyboard("{Control>}y{/Control}");
    expect(rating("The cause").getByRole("radio", { name: /^5/u })).toHaveFocus();
    await userEvent.keyboard("n{Control>}z{/Control}");
    expect(rating("The cause").getByRole("radio", { name: /^5/u })).toBeChecked();
  });

  test("of one letter or digit are off where they were switched off", async () => {
    await writeKeySetting(app, "singleKeys", false);
    await wrapUp(overInterview(allRated));
    await screen.findByText("Single-key shortcuts are off (Settings)");
    await userEvent.keyboard("5");
    expect(rating("The cause").getByRole("radio", { name: /^3/u })).toBeChecked();
    await userEvent.keyboard("{ArrowDown}");
    expect(rating("The cause").getByRole("radio", { name: /^3/u })).toHaveFocus();
  });

  test("stay with an area that is rated where going on was switched off", async () => {
    await writeKeySetting(app, "nextAfterRating", false);
    await wrapUp(overInterview());
    await waitFor(async () => {
      await userEvent.keyboard("{Home}4");
      expect(rating("The cause").getByRole("radio", { name: /^4/u })).toHaveFocus();
    });
  });

  test("all stand in the list that ? opens", async () => {
    await wrapUp(overInterview(allRated));
    await userEvent.keyboard("?");
    const all = reviewKeys([1, 2, 3, 4, 5]).map((one) => one.words);
    for (const words of all) expect(screen.getByText(words, { selector: "dd" })).toBeVisible();
  });

  test("go on with a note where it ends, however it was left", async () => {
    await wrapUp(overInterview(allRated));
    const note = screen.getByLabelText<HTMLTextAreaElement>("Note on The cause");
    await userEvent.keyboard("nFound it{Escape}");
    note.setSelectionRange(0, 0);
    await userEvent.keyboard("n by method{Escape}");
    expect(note).toHaveValue("Found it by method");
  });

  test("are letters in a text, which Escape leaves as it is", async () => {
    await wrapUp(overInterview(allRated));
    await userEvent.keyboard("n4 of 5{Escape}");
    expect(screen.getByLabelText("Note on The cause")).toHaveValue("4 of 5");
    expect(rating("The cause").getByRole("radio", { name: /^3/u })).toHaveFocus();
    await userEvent.click(screen.getByLabelText(/^Summary/u));
    await userEvent.keyboard("1{Escape}");
    expect(screen.getByLabelText(/^Summary/u)).toHaveValue("1");
    expect(document.activeElement).toHaveAttribute("name", "recommendation");
  });

  test("go from choice to choice in the recommendation", async () => {
    await wrapUp(overInterview(allRated));
    await userEvent.click(screen.getByRole("radio", { name: "No" }));
    await userEvent.keyboard("{ArrowDown}");
    expect(screen.getByRole("radio", { name: "Yes" })).toBeChecked();
    expect(rating("The cause").getByRole("radio", { name: /^3/u })).toBeChecked();
  });

  test("are 30 at most from the last question to submitted, where all was rated in the call", async () => {
    // Next to the candidate's own questions, and next to the wrap-up.
    let count = 2;
    const press = async (keys: readonly string[]) => {
      for (const key of keys) await userEvent.keyboard(key);
      count += keys.length;
    };
    await wrapUp(overInterview(allRated));
    await press(["d", " ", "{ArrowDown}", "{ArrowDown}"]);
    expect(screen.getByRole("radio", { name: "Yes" })).toBeChecked();
    await press(["{Tab}", ..."Found the cause.".split(""), "{Control>}{Enter}{/Control}"]);
    await screen.findByRole("heading", { name: /Submitted/u });
    expect(count).toBeLessThanOrEqual(30);
  });
});

test("what is left of a question is closed with one button, and what was rated stays", async () => {
  await wrapUp(overInterview({ "failed.cause": 4 }));
  await userEvent.click(
    screen.getByRole("button", { name: /^Mark the rest of A failed batch: ?not enough signal$/u }),
  );
  // The button can do no more, and the focus goes on to what is still open.
  expect(rating("The trials").getAllByRole("radio")[0]).toHaveFocus();
  const last = screen.getByRole("button", { name: /^Mark the rest of A new recipe: ?not asked$/u });
  last.focus();
  await userEvent.keyboard("{Enter}");
  for (const button of screen.getAllByRole("button", { name: /^Mark the rest/u }))
    expect(button).toHaveAttribute("aria-disabled", "true");
  // Nothing is left to go to: it stays, and says what it did.
  expect(last).toHaveFocus();
  expect(said()).toBe("All areas rated.");
  await waitFor(async () => expect(await keptRating("recipe.trial")).toBe("notAsked"));
  expect(await keptRating("failed.cause")).toBe(4);
  expect(await keptRating("failed.after")).toBe("noEvidence");
});

test("whoever submits too early sees what is missing, and is led to the first of it", async () => {
  await wrapUp(overInterview({ "recipe.trial": 3 }));
  const submitByKey = () => userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(missing()).not.toHaveAttribute("data-asked");
  await submitByKey();
  expect(said()).toBe("Still missing: a rating or a reason for 2 areas, your recommendation, your summary.");
  expect(missing()).toHaveAttribute("data-asked");
  expect(rating("The cause").getAllByRole("radio")[0]).toHaveFocus();
  await userEvent.keyboard("22");
  await submitByKey();
  expect(screen.getByRole("radio", { name: "Strong no" })).toHaveFocus();
  await userEvent.click(screen.getByRole("radio", { name: "Yes" }));
  await submitByKey();
  expect(screen.getByLabelText(/^Summary/u)).toHaveFocus();
  await userEvent.keyboard("Found the cause.");
  expect(missing()).not.toHaveAttribute("data-asked");
  await submitByKey();
  await screen.findByRole("heading", { name: /Submitted/u });
});

describe("worth another look", () => {
  const hints = () => screen.queryByRole("region", { name: "Check before submitting" });

  test("are the lowest and highest ratings without what was said; blanks are nothing said; none has to be filled in", async () => {
    await wrapUp(readyToSubmit({ ...allRated, "failed.cause": 1, "recipe.trial": 5 }));
    expect(hints()).toHaveTextContent("Highest and lowest ratings with no evidence noted: 2.");
    await userEvent.click(screen.getByRole("button", { name: "Add a note" }));
    expect(screen.getByLabelText("Note on The cause")).toHaveFocus();
    await userEvent.keyboard("   ");
    expect(hints()).toHaveTextContent("Highest and lowest ratings with no evidence noted: 2.");
    await userEvent.keyboard("blamed the oven");
    expect(hints()).toHaveTextContent("Highest and lowest ratings with no evidence noted: 1.");
    expect(submit()).toBeEnabled();
  });

  test("are ratings given one upon the other here, and not those that time was taken for", async () => {
    await wrapUp(readyToSubmit({}, ["failed", "recipe", "apprentice"]));
    for (const key of "3444") {
      now += 2000;
      await userEvent.keyboard(key);
    }
    expect(hints()).toHaveTextContent("4 ratings in a row came within 2 seconds of the one before.");
    now += 3000;
    await userEvent.keyboard("{ArrowUp}3");
    expect(hints()).toBeNull();
  });

  test("are nothing where all is well", async () => {
    await wrapUp(readyToSubmit(allRated));
    expect(hints()).toBeNull();
    await userEvent.keyboard("1");
    expect(hints()).not.toBeNull();
  });
});

test("what is missing is said once when it is asked for by a key", async () => {
  await wrapUp(overInterview());
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const heard = screen
    .getAllByRole("status")
    .filter(({ textContent }) => textContent.includes("Still missing"));
  expect(heard).toHaveLength(1);
});

test("on the recommendation digits and Backspace change no rating", async () => {
  await wrapUp(readyToSubmit(allRated));
  await userEvent.keyboard("d{ArrowDown}2{Backspace}0");
  expect(rating("The cause").getByRole("radio", { name: /^3/u })).toBeChecked();
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(said()).toBe("There is nothing to undo.");
});

test("with areas left D goes to the way on to them, and a digit meant for the recommendation changes no rating", async () => {
  await wrapUp(overInterview({ "failed.cause": 5, "recipe.trial": 4 }));
  rating("The cause").getByRole("radio", { name: /^5/u }).focus();
  await userEvent.keyboard("d");
  expect(screen.getByRole("button", { name: "Next unrated area" })).toHaveFocus();
  expect(said()).toBe("Rate every area to unlock your recommendation.");
  await userEvent.keyboard("30{Backspace}");
  expect(rating("The cause").getByRole("radio", { name: /^5/u })).toBeChecked();
  await userEvent.keyboard("{Enter}");
  expect(rating("What changed").getAllByRole("radio")[0]).toHaveFocus();
});

test("a summary of blanks is none", async () => {
  await wrapUp(overInterview(allRated));
  await userEvent.click(screen.getByRole("radio", { name: "No" }));
  await userEvent.type(screen.getByLabelText(/^Summary/u), "   ");
  expect(submit()).toBeDisabled();
  expect(missing()).toHaveTextContent("Still missing: your summary.");
});

test("where no question was asked there is no decision to be made but “no decision”, with its reason", async () => {
  await wrapUp(finishSession(liveInterviewWithSegments(), START + MINUTE));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("No question was asked");
  expect(screen.getByRole("radio", { name: "Strong yes" })).toBeDisabled();
  await userEvent.click(screen.getByRole("radio", { name: "No decision" }));
  await userEvent.type(screen.getByLabelText("Summary: why no decision?"), "The call broke off.");
  await userEvent.click(submit());
  await userEvent.click(screen.getByRole("button", { name: "Lock now" }));
  expect(await screen.findByText("Submitted, read-only")).toBeVisible();
});

describe("a submission", () => {
  test("can be taken back for 30 seconds; nothing is submitted then, and all of it can be changed", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    expect(screen.getByRole("heading", { name: /Submitted/u })).toHaveFocus();
    expect(screen.getByText("Submitted. You can take it back for 30 seconds.")).toHaveRole("status");
    expect(rating("The cause").getByRole("radio", { name: /^3/u })).toBeDisabled();
    expect(screen.getByRole("radio", { name: "Yes" })).toBeDisabled();
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(submit()).toHaveFocus();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    now += 29_000;
    await screen.findByText("1", { selector: ".figures" });
    await userEvent.click(screen.getByRole("button", { name: "Take back" }));
    expect(submit()).toHaveFocus();
    now += 60_000;
    await userEvent.click(rating("The cause").getByRole("radio", { name: /^4/u }));
    await waitFor(async () => expect(await keptRating("failed.cause")).toBe(4));
    expect((await kept())?.session).toMatchObject({ status: "wrapUp", submittedAt: null });
  });

  test("is all that a key held down takes back: no rating goes with it", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.keyboard("5{ArrowDown}2");
    await userEvent.click(submit());
    await userEvent.keyboard("{Control>}{z>5/}{/Control}");
    expect(said()).toBe("Taken back. Nothing was submitted.");
    expect(rating("The cause").getByRole("radio", { name: /^5/u })).toBeChecked();
    expect(rating("What changed").getByRole("radio", { name: /^2/u })).toBeChecked();
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(rating("What changed").getByRole("radio", { name: /^2/u })).not.toBeChecked();
  });

  test("is not taken back by a key that was held down before it", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key: "z", code: "KeyZ", ctrlKey: true, repeat: true, bubbles: true }),
    );
    expect(screen.getByRole("button", { name: "Take back" })).toBeVisible();
  });

  test("is locked after 30 seconds, and nothing of it was handed out before", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    expect(screen.queryByRole("button", { name: /Export|Print|Copy/u })).toBeNull();
    expect((await kept())?.session.status).toBe("wrapUp");
    now += 30_000;
    expect(await screen.findByText("Submitted, read-only")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Take back" })).toBeNull();
    await waitFor(async () => expect((await kept())?.session.status).toBe("submitted"));
  });

  test("is locked where the clock was set back meanwhile", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    now -= 60 * MINUTE;
    expect(await screen.findByText("Submitted, read-only")).toBeVisible();
  });

  test("is locked by leaving for another screen", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    await userEvent.click(screen.getByRole("button", { name: "Back to interviews" }));
    await waitFor(async () => expect((await kept())?.session.status).toBe("submitted"));
  });

  test("is locked by the page going away", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    dispatchEvent(new Event("pagehide"));
    await waitFor(async () => expect((await kept())?.session.status).toBe("submitted"));
  });

  test("that was taken back is not made by leaving", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    await userEvent.click(screen.getByRole("button", { name: "Take back" }));
    await userEvent.click(screen.getByRole("button", { name: "Back to interviews" }));
    await screen.findByRole("table", { name: "Interviews" });
    expect((await kept())?.session.status).toBe("wrapUp");
  });

  test("is on the disk at once, so that it outlives the tab; and is gone from there when it is taken back", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    await waitFor(async () => expect((await kept())?.session.submitsAt).toBe(now + 30_000));
    await userEvent.click(screen.getByRole("button", { name: "Take back" }));
    await waitFor(async () => expect((await kept())?.session).not.toHaveProperty("submitsAt"));
  });

  test("goes on in the tab that takes the session over, and the one that lost it says so", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    const elsewhere = await openSession(app, "s1");
    await elsewhere?.takeOver();
    expect(
      await screen.findByText("This interview is being edited in another tab. Here you can read along."),
    ).toBeVisible();
    expect(screen.queryByRole("button", { name: "Take back" })).toBeNull();
    expect(screen.getByText("Until it locks, you can take it back in the other tab.")).toBeVisible();
    expect(said()).toBe("Another tab edits this interview. You can take back the submission there.");
    elsewhere?.change(takeBackSubmission);
    // This tab follows, and says nothing that is not so.
    await waitFor(() => expect(submit()).toBeDisabled());
    expect(said()).toBe("");
    elsewhere?.close();
    await waitFor(() => expect(submit()).toBeEnabled());
    now += 60_000;
    expect((await kept())?.session.status).toBe("wrapUp");
  });

  test("is locked in a tab that took the session over, and shown as locked in the one that lost it", async () => {
    await wrapUp(readyToSubmit(allRated));
    await userEvent.click(submit());
    const elsewhere = await openSession(app, "s1");
    await elsewhere?.takeOver();
    now += 30_000;
    expect(await screen.findByText("Submitted, read-only")).toBeVisible();
    elsewhere?.close();
  });
});

test("the wrap-up hides nothing, and H there leaves the next interview as it is", async () => {
  await wrapUp(overInterview(allRated));
  await userEvent.keyboard("h");
  expect(rating("The cause").getByRole("radio", { name: /^3/u })).toBeChecked();
  await userEvent.click(screen.getByRole("button", { name: "Back to the interview" }));
  expect(await screen.findByRole("button", { name: "Finish" })).toBeVisible();
});

test("one can go back to the interview, and nothing is lost by it", async () => {
  await wrapUp(pauseItem(overInterview({ "failed.cause": 4 }), questionItem("recipe"), START + 10 * MINUTE));
  await userEvent.click(screen.getByRole("button", { name: "Back to the interview" }));
  expect(await screen.findByRole("button", { name: "Finish" })).toBeVisible();
  await waitFor(async () => expect((await kept())?.session.status).toBe("live"));
  expect(await keptRating("failed.cause")).toBe(4);
});

test("while another tab writes, nothing can be changed or submitted here until it is taken over", async () => {
  await putWholeSessions(app.database, [overInterview(allRated)], []);
  const elsewhere = await openSession(app, "s1");
  await showApp(app, "/session/s1");
  expect(await screen.findByText(/^This interview is being edited in another tab\./u)).toBeVisible();
  expect(screen.getByRole("radio", { name: "Yes" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Back to the interview" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Take over here" }));
  await waitFor(() => expect(screen.getByRole("radio", { name: "Yes" })).toBeEnabled());
  elsewhere?.close();
});
