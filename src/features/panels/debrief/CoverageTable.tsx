import { competencyName, type Guide } from "../../../domain/guides/guide.ts";
import { markToWords, pendingWords, type Asking, type Coverage } from "../../../domain/panels/debrief.ts";
import { SideScroll } from "../../../ui/rows/SideScroll.tsx";
import styles from "./Debrief.module.css";

interface Props {
  readonly coverage: Coverage;
  readonly guide: Guide;
  /** Those whose scorecards are here, and can't be read yet. */
  readonly lockedIds: ReadonlySet<string>;
}

/** Which question was asked by whom, and how much of it was assessed; no score. */
export function CoverageTable({ coverage, guide, lockedIds }: Props) {
  const { seats, questions } = coverage;
  const placeOf = (id: string) => guide.questions.findIndex((question) => question.id === id);
  const inOrder = questions.toSorted(
    (a, b) =>
      Number(placeOf(a.questionId) < 0) - Number(placeOf(b.questionId) < 0) ||
      placeOf(a.questionId) - placeOf(b.questionId),
  );
  if (inOrder.length === 0) return <p className="soft">No questions are assigned yet.</p>;
  return (
    <SideScroll label="Questions asked and areas assessed">
      <table className={styles.table}>
        <caption className="heard">Questions asked and areas assessed</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {seats.map((seat) => (
              <th key={seat.id} scope="col">
                <bdi>{seat.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ questionId, bySeat }) => {
            const question = guide.questions.find(({ id }) => id === questionId);
            return (
              <tr key={questionId}>
                <th scope="row">
                  <span dir="auto">{question?.title ?? "A question that is not in the panel’s guide"}</span>
                  {question && (
                    <span className={`small soft ${styles.under}`} dir="auto">
                      {competencyName(guide, question.competencyId)}
                    </span>
                  )}
                </th>
                {bySeat.map((asking, at) => (
                  <td key={seats[at]?.id} className="figures">
                    <AskingWords asking={asking} isLocked={lockedIds.has(seats[at]?.id ?? "")} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </SideScroll>
  );
}

const askingWords = {
  notAsked: markToWords("notAsked"),
  awaited: pendingWords,
  notPlanned: "–",
} as const satisfies Readonly<Record<Extract<Asking, string>, string>>;

interface AskingProps {
  readonly asking: Asking;
  readonly isLocked: boolean;
}

function AskingWords({ asking, isLocked }: AskingProps) {
  if (typeof asking === "object") return `${asking.rated} of ${asking.areas} assessed`;
  if (asking === "awaited" && isLocked) return <span className="soft">locked</span>;
  if (asking !== "notPlanned") return <span className="soft">{askingWords[asking]}</span>;
  return (
    <>
      <span aria-hidden="true" className="soft">
        –
      </span>
      <span className="heard">{markToWords("notPlanned")}</span>
    </>
  );
}
