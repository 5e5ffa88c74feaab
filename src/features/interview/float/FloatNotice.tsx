import { keysOf } from "../keys/liveKeys.ts";
import type { FloatTrouble } from "../../../ui/float/useFloat.ts";
import type { Float } from "./Floating.tsx";

const words: Readonly<Record<FloatTrouble, { readonly said: string; readonly act: string }>> = {
  closed: { said: "The floating panel is closed.", act: "Float again" },
  blocked: { said: "The browser blocked the floating panel. Allow pop-ups for this page.", act: "Try again" },
};

/** Says in one line that the panel is gone, and brings it back; nothing where none is missed. */
export function FloatNotice({ float: { trouble, act, dismiss } }: { readonly float: Float }) {
  if (!trouble) return null;
  return (
    <>
      <span role="status">{words[trouble].said}</span>
      <button type="button" onClick={act} {...keysOf("float")}>
        {words[trouble].act} <kbd aria-hidden="true">P</kbd>
      </button>
      <button type="button" className="plain" onClick={dismiss}>
        Dismiss
      </button>
    </>
  );
}
