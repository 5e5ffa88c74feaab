import { useState } from "react";
import { createLiveView, LiveViewContext } from "../../state/session/liveView.ts";
import { LiveScreen } from "./LiveScreen.tsx";
import { useWakeLock } from "./useWakeLock.ts";

/** The interview while it is live. */
export function InterviewPage() {
  const [view] = useState(createLiveView);
  useWakeLock();
  return (
    <LiveViewContext value={view}>
      <LiveScreen />
    </LiveViewContext>
  );
}
