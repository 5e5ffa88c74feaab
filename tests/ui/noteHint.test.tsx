// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from "vitest";
import { addEntry, noEdits } from "../../src/domain/notes/sensitiveWords.ts";
import { AppContext, type AppParts } from "../../src/state/app/appContext.ts";
import { useNoteReader } from "../../src/state/notes/noteReading.ts";
import { writeSensitiveEdits } from "../../src/state/notes/sensitiveWords.ts";
import { createDatabase } from "../../src/storage/database.ts";
import { useNoteHint } from "../../src/ui/page/noteHint.ts";
import { FakeWorker } from "../state/fakeWorkers.ts";

/** Longer than a note has to stand still for. */
const A_MOMENT_MS = 500;

let app: AppParts;
let count = 0;
let asked: MockInstance<FakeWorker["postMessage"]>;
/** Every hint that was ever on the screen. */
let shown: Set<string>;

beforeEach(() => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  asked = vi.spyOn(FakeWorker.prototype, "postMessage");
  shown = new Set();
  app = {
    database: createDatabase(`note hint ${count++}`),
    clock: { now: () => 0, monotonic: () => 0 },
    newId: () => "id",
    appName: "Test 1",
  };
});

afterEach(() => {
  vi.useRealTimers();
  app.database.close();
  vi.unstubAllGlobals();
});

/** Two notes that share a line. */
function Notes({ written }: { readonly written: string }) {
  const box = useRef<HTMLDivElement>(null);
  const { hint, said, onDismiss } = useNoteHint(`notes ${count}`, box, useNoteReader());
  if (hint) shown.add(hint.word);
  return (
    <>
      <div ref={box}>
        <textarea aria-label="Cause" data-note="cause" defaultValue={written} />
        <textarea aria-label="Result" data-note="result" />
        <p aria-label="Hint">{hint && `${hint.topic}: ${hint.word}`}</p>
        <p aria-label="Said">{said?.word}</p>
        <button type="button" onClick={onDismiss}>
          Dismiss
        </button>
      </div>
      <button type="button">Elsewhere</button>
    </>
  );
}

function show(written = ""): void {
  render(
    <AppContext value={app}>
      <Notes written={written} />
    </AppContext>,
  );
}

const note = (name: "Cause" | "Result" = "Cause") =>
  screen.getByRole<HTMLTextAreaElement>("textbox", { name });
const press = (name: string) => act(() => screen.getByRole("button", { name }).click());
const hint = () => screen.getByLabelText("Hint").textContent;
const said = () => screen.getByLabelText("Said").textContent;
const untilHint = (text: string) =>
  vi.waitFor(async () => {
    await act(() => Promise.resolve());
    expect(hint()).toBe(text);
  }, 5000);

const standStill = () => act(() => vi.advanceTimersByTimeAsync(A_MOMENT_MS));

/** Types, and stops for a moment. */
async function type(text: string, into = note()): Promise<void> {
  act(() => into.focus());
  into.value = text;
  await standStill();
}

test("a word that a scorecard must not hold is hinted at once the typing stops, for as long as it is there", async () => {
  show();
  await type("Said that she is preg");
  await type("Said that she is pregnant");
  await untilHint("family: pregnant");
  expect(said()).toBe("pregnant");
  await type("Said that she is busy");
  await untilHint("");
});

test("nothing is read while keys follow each other, and nothing that was there before", async () => {
  show("She is pregnant.");
  act(() => note().focus());
  await standStill();
  for (const text of ["She is pregnant. A", "She is pregnant. Al", "She is pregnant. Als"]) {
    note().value = text;
    await act(() => vi.advanceTimersByTimeAsync(250));
  }
  expect(asked).not.toHaveBeenCalled();
  await standStill();
  await untilHint("family: pregnant");
  expect(asked).toHaveBeenCalledTimes(1);
});

test("a word is said once to those who hear the screen, however often it is hinted at", async () => {
  show();
  await type("He is in a wheelchair");
  await untilHint("health: wheelchair");
  expect(said()).toBe("wheelchair");
  act(() => screen.getByRole("button", { name: "Elsewhere" }).focus());
  expect([hint(), said()]).toEqual(["", ""]);
  await type("He is in a wheelchair still");
  await untilHint("health: wheelchair");
  expect(said()).toBe("");
});

test("a hint that was dismissed stays away from that note, and one on another note is shown", async () => {
  show();
  await type("He is bald");
  await untilHint("looks: He is bald");
  press("Dismiss");
  expect(hint()).toBe("");
  expect(note()).toHaveFocus();
  await type("He is bald, and has a beard");
  expect(hint()).toBe("");
  await type("She is pregnant", note("Result"));
  await untilHint("family: pregnant");
});

test("nothing is left to dismiss where no hint is shown", async () => {
  show();
  await type("Weighed the salt");
  press("Dismiss");
  expect(note()).toHaveFocus();
  await type("He is bald");
  await untilHint("looks: He is bald");
});

test("a hint stays on the way to the other note, and goes when the notes are left", async () => {
  show();
  await type("He is bald");
  await untilHint("looks: He is bald");
  act(() => note("Result").focus());
  expect(hint()).toBe("looks: He is bald");
  act(() => note("Result").blur());
  expect(hint()).toBe("");
});

test("what is found after the notes were left is not shown", async () => {
  show();
  await type("He is bald");
  act(() => note().blur());
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  note().value = "";
  // What is asked later is answered later.
  await type("She is pregnant", note("Result"));
  await untilHint("family: pregnant");
  expect([...shown]).toEqual(["pregnant"]);
});

test("a word that was added to the list is hinted at", async () => {
  await writeSensitiveEdits(app, addEntry(noEdits, "looks", "shoes"));
  show();
  await type("Looked at the shoes");
  await untilHint("looks: shoes");
  expect(said()).toBe("shoes");
});
