import { useEffect, type ComponentType, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { saveOnLeaving } from "../../../state/documents/leaving.ts";
import {
  RunningSessionContext,
  useRunningSession,
  useSessionState,
} from "../../../state/session/sessionContext.ts";
import { canFloat } from "../../../ui/float/floatWindow.ts";
import { useFloat, type FloatTrouble } from "../../../ui/float/useFloat.ts";
import { useWakeLock } from "../useWakeLock.ts";
import { shareSession } from "./sharedSession.ts";
import styles from "./Floating.module.css";

/** The floating panel, as the screen in the tab and the one in the panel see it. */
export interface Float {
  /** On its button. */
  readonly words: ReactNode;
  /** In the tab: whether the panel is open. Absent in the panel, whose button only leads back. */
  readonly isOpen?: boolean;
  /** Opens the panel, or closes it. To be called in a press of a key or a button: browsers open no window else. */
  readonly act: () => void;
  readonly trouble: FloatTrouble | null;
  /** Lets a trouble be. */
  readonly dismiss: () => void;
}

interface Props {
  /** `float` is undefined where there can be no panel. */
  readonly screen: ComponentType<{ readonly float: Float | undefined }>;
}

/** On the button that opens the panel: over what, for people who hear it. */
const floatWords = (
  <>
    Float <span className="heard">over the call</span>
  </>
);

/** Shows a screen in the tab, and while the panel is open there too. */
export function Floating({ screen: Screen }: Props) {
  const running = useRunningSession();
  const id = useSessionState((state) => state.whole.session.id);
  const { panel, trouble, toggle, dismiss } = useFloat(id, (view) => {
    const { sessions, end } = shareSession(running, [view, window]);
    const [inPanel = running, inTab = running] = sessions;
    return { made: { inPanel, inTab }, end };
  });
  // The panel is in view where the tab may lie behind the call.
  useWakeLock(panel?.view ?? window);

  useEffect(() => {
    if (!panel) return undefined;
    saveOnLeaving(panel.view);
    return running.showIn(panel.view);
  }, [panel, running]);

  const float: Omit<Float, "words"> = { act: toggle, trouble, dismiss };
  return (
    <>
      <RunningSessionContext value={panel?.made.inTab ?? running}>
        <Screen
          float={canFloat(window) ? { ...float, words: floatWords, isOpen: panel !== null } : undefined}
        />
      </RunningSessionContext>
      {panel &&
        createPortal(
          <RunningSessionContext value={panel.made.inPanel}>
            <div className={styles.frame}>
              <Screen float={{ ...float, words: "Back to the tab" }} />
            </div>
          </RunningSessionContext>,
          panel.view.document.body,
        )}
    </>
  );
}
