import { useState } from "react";
import { createLiveView, LiveViewContext } from "../../state/session/liveView.ts";
import { useKeyboardRoom } from "./keyboardRoom.ts";
import { Floating } from "./float/Floating.tsx";
import { LiveScreen } from "./LiveScreen.tsx";

/** The interview while it is live, in the tab and in the floating panel. */
export function InterviewPage() {
  const [view] = useState(createLiveView);
  useKeyboardRoom(window);
  return (
    <LiveViewContext value={view}>
      <Floating screen={LiveScreen} />
    </LiveViewContext>
  );
}
