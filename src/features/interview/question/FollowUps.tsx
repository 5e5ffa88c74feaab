import { isFollowUpAsked, nextFollowUp } from "../../../domain/session/answer.ts";
import { adviceFor, type FollowUp, type Question } from "../../../domain/guides/guide.ts";
import { followUpsOf } from "../../../domain/session/wholeSession.ts";
import { useLiveViewState } from "../../../state/session/liveView.ts";
import { useSessionState } from "../../../state/session/sessionContext.ts";
import { keysOf } from "../keys/liveKeys.ts";
import { followUpsInOrder, noFollowUps, type LiveActions } from "../liveActions.ts";
import styles from "./FollowUps.module.css";

interface Props {
  readonly question: Question;
  readonly actions: LiveActions;
}

/** The prepared probes of a question, and what to ask where an answer sounds rehearsed. */
export function FollowUps({ question, actions }: Props) {
  const session = useSessionState((state) => state.whole.session);
  const guide = useSessionState((state) => state.whole.guide);
  const asked = useSessionState((state) => state.whole.answers[question.id]?.followUpsAsked) ?? [];
  const isRehearsedOpen = useLiveViewState((state) => state.isRehearsedOpen);
  const isChoosing = useLiveViewState((state) => state.isChoosingFollowUp);
  const rehearsed = adviceFor(guide, "rehearsedAnswer");
  const remote = followUpsOf({ session, guide }, question).slice(question.followUps.length);
  const inOrder = followUpsInOrder({ session, guide }, question, isRehearsedOpen);
  const next = nextFollowUp(asked, inOrder);

  const toProbe = (followUp: FollowUp) => {
    const isAsked = isFollowUpAsked(asked, followUp.id);
    const index = inOrder.indexOf(followUp);
    return (
      <li key={followUp.id}>
        <label
          className={styles.probe}
          data-asked={isAsked || undefined}
          data-next={followUp === next || undefined}
        >
          <input
            type="checkbox"
            checked={isAsked}
            onChange={({ target: { checked } }) => actions.markFollowUp(question, followUp, checked)}
          />
          <span className={styles.digit} aria-hidden="true">
            {index + 1}
          </span>
          <span dir="auto">{followUp.text}</span>
        </label>
      </li>
    );
  };

  return (
    <section
      className={styles.followUps}
      aria-label="Follow-ups"
      data-follow-ups
      data-choosing={isChoosing || undefined}
    >
      <h2 className="heading">Follow-ups</h2>
      {question.followUps.length === 0 && <p className="soft small">{noFollowUps}</p>}
      <ul>{question.followUps.map(toProbe)}</ul>
      {rehearsed && (
        // Below the next question's own follow-ups it is another one, and did not move there.
        <details
          key={question.id}
          className={styles.more}
          open={isRehearsedOpen}
          onToggle={(event) => actions.openRehearsed(event.currentTarget.open)}
        >
          <summary {...keysOf("rehearsed")}>
            Sounds rehearsed? <kbd aria-hidden="true">R</kbd>
          </summary>
          <ul className={`small soft ${styles.signs}`}>
            {rehearsed.signs.map((sign) => (
              <li key={sign} dir="auto">
                {sign}
              </li>
            ))}
          </ul>
          <ul>{rehearsed.followUps.map(toProbe)}</ul>
        </details>
      )}
      {remote.length > 0 && (
        <>
          <h3 className="small soft">For a remote role</h3>
          <ul>{remote.map(toProbe)}</ul>
        </>
      )}
    </section>
  );
}
