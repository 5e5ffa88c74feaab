// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useApp } from "../../../src/state/app/appContext.ts";
import { useGuideEditing } from "../../../src/state/guides/guideEditingContext.ts";
import { useKeySettings } from "../../../src/state/session/keySettings.ts";
import { useLiveView } from "../../../src/state/session/liveView.ts";
import { useRunningSession } from "../../../src/state/session/sessionContext.ts";

test.each([
  ["AppContext", useApp],
  ["GuideEditingContext", useGuideEditing],
  ["RunningSessionContext", useRunningSession],
  ["KeySettingsContext", useKeySettings],
  ["LiveViewContext", useLiveView],
])("a screen that is used outside of the %s fails at once, and by that name", (name, use) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => renderHook(() => use())).toThrow(name);
});
