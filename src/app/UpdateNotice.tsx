import { useEffect, useState } from "react";
import { applyUpdate, isUpdateReady } from "./updates.ts";

const LOOK_EVERY_MS = 5000;

/** Offers a new version of the app, but not while any tab has a session open. */
export function UpdateNotice() {
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    const look = () => void isUpdateReady().then(setOffered);
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  if (!isOffered) return null;
  return (
    <div className="notice row noPrint" role="status">
      <span>A new version of the app is ready.</span>
      <button type="button" className="push" onClick={() => void applyUpdate()}>
        Update now
      </button>
    </div>
  );
}
