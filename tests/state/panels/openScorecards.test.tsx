// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { useOpenScorecards } from "../../../src/state/panels/openScorecards.ts";
import { smallPanel, smallScorecard, startedPanel } from "../../smallPanel.ts";

const noor = smallScorecard("noor", { "failed.cause": 4 });
const giving = (scorecards: readonly Scorecard[]) => () => Promise.resolve(scorecards);
const failing = () => Promise.reject(new Error("A scorecard can’t be read."));

test("scorecards that could not be opened and then can be leave no problem behind", async () => {
  const { result, rerender } = renderHook(useOpenScorecards, {
    initialProps: { panel: startedPanel, shutReason: null, unseal: giving([]) },
  });
  await waitFor(() => expect(result.current).toEqual([[], null]));
  rerender({ panel: startedPanel, shutReason: null, unseal: failing });
  await waitFor(() => expect(result.current).toEqual([[], "A scorecard can’t be read."]));
  rerender({ panel: startedPanel, shutReason: null, unseal: giving([noor]) });
  await waitFor(() => expect(result.current).toEqual([[noor], null]));
});

test("nothing is opened before the debrief", async () => {
  const unseal = () => Promise.reject(new Error("Opened."));
  const { result } = renderHook(useOpenScorecards, {
    initialProps: { panel: smallPanel, shutReason: null, unseal },
  });
  await Promise.resolve();
  expect(result.current).toEqual([null, null]);
});

test("what is opened for a panel that was left is not shown, nor is what went wrong with it", async () => {
  let open = (_scorecards: readonly Scorecard[]) => {};
  let fail = (_error: Error) => {};
  const slow = () =>
    new Promise<readonly Scorecard[]>((resolve, reject) => {
      open = resolve;
      fail = reject;
    });
  const { result, rerender } = renderHook(useOpenScorecards, {
    initialProps: { panel: startedPanel, shutReason: null, unseal: slow },
  });
  const openFirst = open;
  rerender({ panel: startedPanel, shutReason: null, unseal: () => slow() });
  const failSecond = fail;
  rerender({ panel: startedPanel, shutReason: null, unseal: giving([]) });
  await waitFor(() => expect(result.current).toEqual([[], null]));
  await act(async () => {
    openFirst([noor]);
    failSecond(new Error("Too late."));
    await Promise.resolve();
  });
  expect(result.current).toEqual([[], null]);
});
