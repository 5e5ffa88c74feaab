import { useFloat, type FloatTrouble } from "./floatContext.ts";

const words: Readonly<Record<FloatTrouble, { readonly said: string; readonly act: string }>> = {
  closed: { said: "The floating panel is closed.", act: "Float again" },
  blocked: { said: "The browser blocked the floating panel. Allow pop-ups for this page.", act: "Try again" },
};

/** Says in one line that the panel is gone, and brings it back; nothing where nothing is missed. */
export function FloatNotice() {
  const { trouble, toggle, dismiss } = useFloat();
  if (!trouble) return null;
  const { said, act } = words[trouble];
  return (
    <>
      <span role="status">{said}</span>
      <button type="button" onClick={toggle}>
        {act} <kbd>P</kbd>
      </button>
      <button type="button" className="plain" onClick={dismiss}>
        Dismiss
      </button>
    </>
  );
}
