import type { ReactNode } from "react";
import type { FloatTrouble } from "./useFloat.ts";

const words: Readonly<Record<FloatTrouble, { readonly said: string; readonly act: string }>> = {
  closed: { said: "The floating panel is closed.", act: "Float again" },
  blocked: { said: "The browser blocked the floating panel. Allow pop-ups for this page.", act: "Try again" },
};

interface Props {
  readonly trouble: FloatTrouble | null;
  /** Opens the panel. */
  readonly act: () => void;
  readonly dismiss: () => void;
  /** The key that opens it, where there is one: for those who hear it, and as it is shown. */
  readonly keys?: { readonly "aria-keyshortcuts"?: string };
  readonly children?: ReactNode;
}

/** Says in one line that the panel is gone, and brings it back; nothing where none is missed. */
export function FloatNotice({ trouble, act, dismiss, keys, children }: Props) {
  if (!trouble) return null;
  return (
    <>
      <span role="status">{words[trouble].said}</span>
      <button type="button" onClick={act} {...keys}>
        {words[trouble].act} {children}
      </button>
      <button type="button" className="plain" onClick={dismiss}>
        Dismiss
      </button>
    </>
  );
}
