// @vitest-environment jsdom
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { AppContext } from "../../../src/state/app/appContext.ts";
import { useKeySettings, writeKeySetting } from "../../../src/state/session/keySettings.ts";
import { newApp } from "../../features/shownApp.tsx";

test("keys of one letter or digit are never on before it is read that they are", async () => {
  const app = newApp();
  await writeKeySetting(app, "singleKeys", false);
  const seen: boolean[] = [];
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  );
  const { result } = renderHook(
    () => {
      const settings = useKeySettings();
      seen.push(settings.singleKeys);
      return settings;
    },
    { wrapper },
  );
  await waitFor(() => expect(result.current.isRead).toBe(true));
  expect(seen).not.toContain(true);
});
