import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { isClosedDatabase, isDatabaseError } from "../../storage/database.ts";
import { FloatingMessage } from "./FloatingMessage.tsx";

/** Beside the app: what begins with it is loaded before the first screen. */
export function sayFailedPresses(): void {
  createRoot(document.body.appendChild(document.createElement("div"))).render(<FailedPress />);
}

/**
 * Says so where what somebody pressed could not be written and the screen itself says nothing of it. What the app does by
 * itself catches its own errors, and each screen says that the database was closed.
 */
function FailedPress() {
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      const isUnsaid = reason instanceof Error && isDatabaseError(reason) && !isClosedDatabase(reason);
      if (isUnsaid && navigator.userActivation.isActive) setFailures((before) => before + 1);
    };
    addEventListener("unhandledrejection", onRejection);
    return () => removeEventListener("unhandledrejection", onRejection);
  }, []);
  if (failures === 0) return null;
  return (
    <FloatingMessage key={failures} onDismiss={() => setFailures(0)}>
      Not all of that was saved. Reload the page and check it.
    </FloatingMessage>
  );
}
