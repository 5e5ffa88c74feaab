import { expect, test, vi } from "vitest";
import { createLateStore } from "../../../src/state/documents/lateStore.ts";

function newStore() {
  const store = createLateStore({ text: "", saved: true });
  const heard: string[] = [];
  store.subscribe(({ text, saved }, before) =>
    heard.push(`${before.text} > ${text}${saved ? ", saved" : ""}`),
  );
  return { store, heard };
}

test("a letter is in the state at once, and followers hear of all letters of a frame together", async () => {
  const { store, heard } = newStore();
  for (const text of ["s", "sa", "sal"]) store.setLater({ text, saved: false });
  expect(store.getState()).toEqual({ text: "sal", saved: false });
  expect(heard).toEqual([]);
  await vi.waitFor(() => expect(heard).toEqual([" > sal"]));
  store.setLater({ text: "salt" });
  await vi.waitFor(() => expect(heard).toEqual([" > sal", "sal > salt"]));
});

test("who says whether all is saved hears of each letter at once, until it ends that", () => {
  const { store } = newStore();
  const said: boolean[] = [];
  const end = store.subscribeNow(({ saved }) => said.push(saved));
  store.setLater({ text: "s", saved: false });
  store.setState({ saved: true });
  end();
  store.setLater({ saved: false });
  expect(said).toEqual([false, true]);
});

test("what is told at once takes along what was not told yet, and nothing is told twice", async () => {
  vi.useFakeTimers();
  const { store, heard } = newStore();
  store.setLater({ text: "s", saved: false });
  store.setState({ saved: true });
  expect(heard).toEqual([" > s, saved"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(heard).toEqual([" > s, saved"]);
  vi.useRealTimers();
});
