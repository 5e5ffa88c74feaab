import { useEffect, useState } from "react";
import { isDatabaseError } from "../../storage/database.ts";
import { FloatingMessage } from "./FloatingMessage.tsx";

/**
 * Says so where what somebody pressed could not be written and the screen itself says nothing of it. What the app does by
 * itself, nobody pressed for, and it tries again.
 */
export function FailedPress() {
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      if (navigator.userActivation.isActive && reason instanceof Error && isDatabaseError(reason))
        setFailed(true);
    };
    addEventListener("unhandledrejection", onRejection);
    return () => removeEventListener("unhandledrejection", onRejection);
  }, []);
  if (!hasFailed) return null;
  return (
    <FloatingMessage onDismiss={() => setFailed(false)}>
      That was not saved. Reload the page, then do it again.
    </FloatingMessage>
  );
}
