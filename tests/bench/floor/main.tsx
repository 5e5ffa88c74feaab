import { useState } from "react";
import { createRoot } from "react-dom/client";

/** The least that React can do for a text that is typed: what the app is measured against. */
function Floor() {
  const [note, setNote] = useState("");
  return <textarea aria-label="Note" value={note} onChange={(event) => setNote(event.target.value)} />;
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(<Floor />);

void navigator.serviceWorker.register("./serviceWorker.js");
