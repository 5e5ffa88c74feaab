import { useState } from "react";
import { createRoot } from "react-dom/client";

/** The least that React can do for a text that is typed: what the app is measured against. */
function Floor() {
  const [note, setNote] = useState("");
  return <textarea aria-label="Note" value={note} onChange={(event) => setNote(event.target.value)} />;
}

/** The same cells as a debrief of eight with 120 areas, the same words in the same tags and no style, shown and hidden by a button. */
function FloorTable() {
  const [isShown, show] = useState(false);
  return (
    <>
      <button type="button" onClick={() => show(!isShown)}>
        Areas
      </button>
      {isShown && (
        <table>
          <tbody>
            {Array.from({ length: 120 }, (_, row) => (
              <tr key={row}>
                <th scope="row">
                  <button type="button">
                    How the cause was tracked down
                    <span>Slow database or API</span>
                  </button>
                </th>
                {Array.from({ length: 8 }, (_cell, at) => (
                  <td key={at}>
                    <span>{1 + ((row + at) % 5)}</span>
                  </td>
                ))}
                <td>4 apart</td>
                <td>3</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(location.hash === "#/table" ? <FloorTable /> : <Floor />);

void navigator.serviceWorker.register("./serviceWorker.js");
