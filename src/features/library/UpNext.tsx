import { isSameDay } from "date-fns";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { standingToText, type Session } from "../../domain/session/session.ts";
import { useApp } from "../../state/app/appContext.ts";
import type { WaitingWork } from "../../state/app/waiting.ts";
import { interviewAddress, panelAddress } from "../../ui/page/addresses.ts";
import { timeOfDayToText, timeToText } from "../../ui/words/dates.ts";
import styles from "./UpNext.module.css";

interface Item {
  readonly id: string;
  readonly href: string;
  readonly candidate: string;
  readonly role: string;
  /** What is to be done. */
  readonly what: string;
  readonly when: string;
  readonly isUrgent: boolean;
}

interface Props {
  readonly work: WaitingWork;
  /** How the name of a candidate is shown. */
  readonly shown: (name: string) => string;
}

/** What comes next: the call that runs, today's and late interviews, and what waits to be finished. */
export function UpNext({ work, shown }: Props) {
  const now = useApp().clock.now();
  const items = toItems(work, now);
  if (items.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="next">
      <h2 id="next">Up next</h2>
      <ul className={`card ${styles.list}`}>
        {items.map(({ id, href, candidate, role, what, when, isUrgent }) => (
          <li key={`${what} ${id}`} className={styles.item} data-urgent={isUrgent || undefined}>
            <span className={styles.what}>{what}</span>
            <Link href={href} className={styles.link}>
              <bdi>{shown(candidate)}</bdi>
              <span className="heard">, {what}</span>
            </Link>
            <span className="soft small">
              <bdi>{role}</bdi>
            </span>
            <span className={`soft small figures ${styles.when}`}>{when}</span>
          </li>
        ))}
      </ul>
      <More work={work} />
    </section>
  );
}

function toItems(work: WaitingWork, now: number): readonly Item[] {
  const of = (session: Session, what: string, when = "", isUrgent = false) => ({
    id: session.id,
    href: interviewAddress(session),
    candidate: session.candidate,
    role: session.role,
    what: standingToText(session, what),
    when,
    isUrgent: isUrgent && session.handedOverAt === undefined,
  });
  return [
    ...work.live.first.map((one) => of(one, "Live now", "", true)),
    ...work.planned.first.map((one) => {
      const isLate = one.scheduledAt < now;
      const { scheduledAt } = one;
      const isToday = isSameDay(scheduledAt, now) && !isLate;
      return isToday
        ? of(one, "Today", timeOfDayToText(scheduledAt))
        : of(one, "Overdue", timeToText(scheduledAt, now), isLate);
    }),
    ...work.toWrapUp.first.map((one) => of(one, "To wrap up")),
    ...work.toSend.first.map((one) => of(one, one.panel?.isLead ? "Move to your panel" : "Send to the lead")),
    ...work.asked.first.map((one) => ({ ...of(one, "Asked to unlock", "", true), href: "/panels" })),
    ...work.debriefs.first.map(({ id, candidate, role }) => ({
      id,
      href: panelAddress(id),
      candidate,
      role,
      what: "Debrief",
      when: "",
      isUrgent: false,
    })),
  ];
}

/** What is counted and not shown, where it is found. */
function More({ work }: { readonly work: WaitingWork }): ReactNode {
  const of = ({ first, count }: WaitingWork["asked" | "debriefs"], href: string, words: string) => ({
    count: count - first.length,
    href,
    words,
  });
  const debriefs = of(work.debriefs, "/panels", "");
  const links = [
    of(work.live, "/?status=live", "live"),
    of(work.planned, "/?status=planned", "planned"),
    of(work.toWrapUp, "/?status=wrapUp", "to wrap up"),
    of(work.toSend, "/?status=submitted", "to send"),
    of(work.asked, "/panels", "asked to unlock"),
    { ...debriefs, words: debriefs.count === 1 ? "debrief" : "debriefs" },
  ].filter(({ count }) => count > 0);
  if (links.length === 0) return null;
  return (
    <p className="small soft row">
      {links.map(({ count, href, words }) => (
        <Link key={words} href={href}>
          {count} more {words}
        </Link>
      ))}
    </p>
  );
}
