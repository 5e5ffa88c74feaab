import { isFollowUpAsked, markFollowUp, nextFollowUp } from "../../../domain/session/answer.ts";
import { adviceFor, type FollowUp, type Question } from "../../../domain/guides/guide.ts";
import { followUpsOf } from "../../../domain/session/session.ts";
import { useRunningSession, useSessionState } from "../../../state/session/sessionContext.ts";
import styles from "./FollowUps.module.css";

interface Props {
  readonly question: Question;
  readonly isRehearsedOpen: boolean;
  readonly onRehearsed: (isOpen: boolean) => void;
  readonly onSay: (text: string) => void;
}

/** The prepared probes of a question, and what to ask where an answer sounds rehearsed. */
export function FollowUps({ question, isRehearsedOpen, onRehearsed, onSay }: Props) {
  const running = useRunningSession();
  const session = useSessionState((state) => state.whole.session);
  const guide = useSessionState((state) => state.whole.guide);
  const asked = useSessionState((state) => state.whole.answers[question.id]?.followUpsAsked) ?? [];
  const rehearsed = adviceFor(guide, "rehearsedAnswer");
  const remote = followUpsOf({ session, guide }, question).slice(question.followUps.length);
  const inOrder = [
    ...question.followUps,
    ...(isRehearsedOpen ? (rehearsed?.followUps ?? []) : []),
    ...remote,
  ];
  const next = nextFollowUp(asked, inOrder);

  const toProbe = (followUp: FollowUp) => {
    const isAsked = isFollowUpAsked(asked, followUp.id);
    const isNext = followUp === next;
    return (
      <li key={followUp.id}>
        <label className={styles.probe} data-asked={isAsked || undefined} data-next={isNext || undefined}>
          <input
            type="checkbox"
            checked={isAsked}
            data-next-follow-up={isNext || undefined}
            onChange={(event) => {
              const { checked } = event.target;
              running.changeAnswer(question.id, (before, now) =>
                markFollowUp(before, followUp.id, checked, now),
              );
              onSay(checked ? `Asked: ${followUp.text}` : `Not asked: ${followUp.text}`);
            }}
          />
          <span dir="auto">{followUp.text}</span>
        </label>
      </li>
    );
  };

  if (question.followUps.length === 0 && remote.length === 0 && !rehearsed) return null;
  return (
    <section className={styles.followUps} aria-label="Follow-ups">
      <h2 className="heading">Follow-ups</h2>
      <ul>{question.followUps.map(toProbe)}</ul>
      {remote.length > 0 && (
        <details className={styles.more}>
          <summary>For a remote role</summary>
          <ul>{remote.map(toProbe)}</ul>
        </details>
      )}
      {rehearsed && (
        <details
          className={styles.more}
          open={isRehearsedOpen}
          onToggle={(event) => onRehearsed(event.currentTarget.open)}
        >
          <summary>
            Sounds rehearsed? <kbd>R</kbd>
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
    </section>
  );
}
