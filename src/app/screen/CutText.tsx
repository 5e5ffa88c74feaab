import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { isElementOf } from "../../ui/page/elements.ts";
import { FloatingMessage } from "./FloatingMessage.tsx";

/** Says so, over whatever screen it is, where a field takes no more: a browser drops the rest without a word. */
export function sayCutText(): void {
  createRoot(document.body.appendChild(document.createElement("div"))).render(<CutText />);
}

interface Cut {
  /** How many characters the field holds, and how many of the new ones it did not take. */
  readonly most: number;
  readonly lost: number;
}

function CutText() {
  const [cut, setCut] = useState<Cut | null>(null);
  useEffect(() => {
    const onBeforeInput = (event: InputEvent) => {
      const found = event.defaultPrevented ? null : findCut(event);
      if (found) setCut(found);
    };
    addEventListener("beforeinput", onBeforeInput);
    return () => removeEventListener("beforeinput", onBeforeInput);
  }, []);
  if (!cut) return null;
  const { most, lost } = cut;
  return (
    <FloatingMessage onDismiss={() => setCut(null)}>
      This field holds at most {most.toLocaleString("en")} characters. The end of what you added was cut off:{" "}
      {lost.toLocaleString("en")} {lost === 1 ? "character" : "characters"}.
    </FloatingMessage>
  );
}

function findCut({ target, data, isComposing }: InputEvent): Cut | null {
  const isField = isElementOf(target, "textarea") || isElementOf(target, "input");
  // What is composed is cut when it ends, if at all.
  if (!isField || data === null || isComposing || target.maxLength < 0) return null;
  const { maxLength: most, value, selectionStart, selectionEnd } = target;
  const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0);
  const added = data.replaceAll("\r\n", "\n").length;
  const lost = Math.min(added, value.length - replaced + added - most);
  return lost > 0 ? { most, lost } : null;
}
