import { useState, type ReactNode } from "react";
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

/** The same rows as the board of a lead with panels of eight, the same words in the same tags and no style. */
function FloorBoard() {
  const [isShown, show] = useState(false);
  return (
    <>
      <button type="button" onClick={() => show(!isShown)}>
        Panels
      </button>
      {isShown && (
        <table>
          <tbody>
            {Array.from({ length: 50 }, (_, row) => (
              <tr key={row}>
                <th scope="row">
                  <a href={`#/panels/${row}`}>
                    <b>Candidate {row}</b>
                  </a>
                  <span>Large panel, senior level</span>
                  <a href={`#/panels/${row}/plan`}>
                    Edit panel<span> for Candidate {row}</span>
                  </a>
                  <button type="button">
                    Delete<span> the panel for Candidate {row}</span>
                  </button>
                </th>
                <td>
                  <ul>
                    {Array.from({ length: 8 }, (_seat, at) => (
                      <li key={at}>
                        <b>Interviewer {at}</b>
                        <span>
                          <span>not invited yet</span>
                        </span>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>–</td>
                <td>
                  <button type="button">Invite Interviewer 0…</button>
                  <a href={`#/panels/${row}/plan`}>
                    and 7 more<span> of the panel for Candidate {row}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const points = [1, 2, 3, 4, 5];
const reasons = ["not assessed…", "not enough signal", "not asked"];

/** The same rows as the areas of a question in a call, the same controls in the same tags and no style; a button shows other ones. */
function FloorQuestion() {
  const [question, show] = useState(1);
  const [ratings, rate] = useState<Readonly<Record<string, number>>>({});
  return (
    <>
      <button type="button" data-bare onClick={() => show(3 - question)}>
        Other
      </button>
      <ol data-areas>
        {Array.from({ length: 8 }, (_, row) => {
          const id = `${question}.${row}`;
          return (
            <li key={id} data-area={id}>
              <label>
                <input type="checkbox" aria-label="How the cause was tracked down" defaultChecked />
              </label>
              <span>How the cause was tracked down</span>
              <span>Read the plan first, a sequential scan under a join; checked it with traces.</span>
              <div>
                <fieldset>
                  <legend>Rating: How the cause was tracked down</legend>
                  {points.map((point) => (
                    <label key={point}>
                      <input
                        type="radio"
                        name={id}
                        aria-label={`${point}: Sound`}
                        checked={(ratings[id] ?? 1 + (row % 5)) === point}
                        onChange={() => rate({ ...ratings, [id]: point })}
                      />
                      <span>{point}</span>
                    </label>
                  ))}
                  <span>
                    <select aria-label="Not assessed: How the cause was tracked down" defaultValue="">
                      {reasons.map((reason) => (
                        <option key={reason}>{reason}</option>
                      ))}
                    </select>
                    <span>N/A</span>
                  </span>
                </fieldset>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const pages: ReadonlyMap<string, () => ReactNode> = new Map([
  ["#/table", FloorTable],
  ["#/board", FloorBoard],
  ["#/question", FloorQuestion],
]);
const Page = pages.get(location.hash) ?? Floor;

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(<Page />);

void navigator.serviceWorker.register("./serviceWorker.js");
