import { gapToWords, keepGap, openGapOf, takeOffGap } from "../../domain/session/call.ts";
import { msToClock } from "../../domain/session/timer.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { focusAfter } from "../../ui/page/focusAfter.ts";

interface Props {
  /** @returns what gets the focus once the button that had it is gone */
  readonly onSettled: () => HTMLElement | null;
}

/** Time that the timer counted while nobody was at the page, and of which nothing was said in the call. */
export function OpenGap({ onSettled }: Props) {
  const running = useRunningSession();
  const whole = useSessionState((state) => state.whole);
  const open = openGapOf(whole);
  if (!open) return null;
  const { item, gap } = open;
  const settle = (how: typeof keepGap) =>
    focusAfter(() => running.change((before, now) => how(before, item, gap.at, now)), onSettled);
  const isAhead = gap.gapMs > 0;
  return (
    <p className="row">
      <span>{gapToWords(gap)}</span>
      {isAhead && (
        <button type="button" onClick={() => settle(takeOffGap)}>
          Subtract {msToClock(gap.gapMs)}
        </button>
      )}
      <button type="button" className="plain" onClick={() => settle(keepGap)}>
        {isAhead ? "Keep" : "OK"}
      </button>
    </p>
  );
}
