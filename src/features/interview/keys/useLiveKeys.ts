import { useCallback } from "react";
import { useKeys } from "../../../ui/keys/useKeys.ts";
import type { KeyState } from "../../../ui/keys/keyRow.ts";
import type { LiveActions } from "../liveActions.ts";
import type { ScreenLink } from "../screenLink.ts";
import type { LiveKey } from "./liveKeys.ts";

/** Makes the keys act in the whole window that the screen is in; the digit of a follow-up that is chosen comes first. */
export function useLiveKeys(
  link: ScreenLink,
  rows: readonly LiveKey[],
  actions: LiveActions,
  stateNow: () => KeyState,
): void {
  const viewNow = useCallback(() => link.now().element?.ownerDocument.defaultView, [link]);
  useKeys(viewNow, rows, actions, stateNow, actions.takeDigit);
}
