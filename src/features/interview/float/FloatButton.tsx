import { useFloat } from "./floatContext.ts";

/** Opens the floating panel, or closes it: in the tab and in the panel the same. */
export function FloatButton() {
  const { isOpen, toggle } = useFloat();
  return (
    <button
      type="button"
      aria-pressed={isOpen}
      title={isOpen ? "Close the floating panel (P)" : "Show this screen in a panel over the call (P)"}
      onClick={toggle}
    >
      Float
    </button>
  );
}
