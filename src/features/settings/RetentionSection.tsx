import { useEffectEvent, useLayoutEffect, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { monthsToText } from "../../domain/text/quantityText.ts";
import { MOST_RETENTION_MONTHS } from "../../domain/text/limits.ts";
import { isRetention, retentionPresets } from "../../domain/candidates/retention.ts";
import { useApp } from "../../state/app/appContext.ts";
import { setRetention } from "../../state/candidates/candidates.ts";
import styles from "./RetentionSection.module.css";

/**
 * Data retention.
 *
 * @param stored months
 */
export function RetentionSection({ stored }: { readonly stored: number }) {
  const app = useApp();
  /** What was chosen here: the radio buttons do not wait for the disk. */
  const [chosen, choose] = useState<number | null>(null);
  const [own, setOwn] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const months = chosen ?? stored;
  const isOwn = own !== null || !retentionPresets.some((preset) => preset === months);

  /** Months, or no number; null where nothing was typed. */
  const typed = own === null ? null : own === "" ? Number.NaN : Number(own);

  const keep = async (wanted: number) => {
    setProblem(null);
    choose(wanted);
    try {
      await setRetention(app, wanted);
    } catch (error) {
      choose(null);
      setProblem(`It was not saved. ${errorToText(error)}`);
    }
  };

  /** Not at each key: on the way to 12 months, what is a month old would be due. */
  const keepOwn = () => {
    if (typed === null) return;
    if (!isRetention(typed)) {
      setProblem(
        `Enter a whole number of months from 1 to ${MOST_RETENTION_MONTHS}. Until then, data is kept for ${monthsToText(months)} as before.`,
      );
    } else if (typed !== months) void keep(typed);
  };

  // Whoever goes with a valid number in the field has said it; the field is not left then.
  const keepLeft = useEffectEvent(() => {
    if (typed !== null && typed !== months && isRetention(typed)) setRetention(app, typed).catch(() => {});
  });
  useLayoutEffect(() => {
    const leave = () => keepLeft();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  return (
    <section className={styles.section} aria-labelledby="retention-title">
      <h2 id="retention-title">Data retention</h2>
      <p className="soft">
        The time is counted from the panel’s decision, or from the last change if nothing was decided. When it
        is over, the candidate is listed as due under <Link href="/candidates">Candidates</Link>, and nothing
        is deleted automatically. Deleting a candidate earlier needs a written reason.
      </p>
      <fieldset className={styles.choices}>
        <legend className="heard">Data retention</legend>
        {retentionPresets.map((preset) => (
          <label key={preset} className={styles.choice}>
            <input
              type="radio"
              name="retention"
              checked={!isOwn && months === preset}
              onChange={() => {
                setOwn(null);
                void keep(preset);
              }}
            />
            {monthsToText(preset)}
          </label>
        ))}
        <label className={styles.choice}>
          <input
            type="radio"
            name="retention"
            checked={isOwn}
            onChange={() => {
              setProblem(null);
              setOwn(String(months));
            }}
          />
          Custom
        </label>
        {isOwn && (
          <label className={styles.choice}>
            <input
              type="number"
              className={styles.number}
              min={1}
              max={MOST_RETENTION_MONTHS}
              step={1}
              aria-invalid={problem !== null}
              aria-describedby="retention-problem"
              value={own ?? String(months)}
              onChange={(event) => {
                setProblem(null);
                setOwn(event.target.value);
              }}
              onBlur={keepOwn}
              onKeyDown={(event) => {
                if (event.key === "Enter") keepOwn();
              }}
            />
            months
          </label>
        )}
      </fieldset>
      {problem !== null && (
        <p id="retention-problem" className="notice error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
