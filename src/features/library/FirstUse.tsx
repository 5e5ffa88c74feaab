import { useEffect, useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { Advice } from "../../domain/guides/guide.ts";
import { useApp } from "../../state/app/appContext.ts";
import { partOf } from "../../ui/page/LoadedPart.tsx";
import styles from "./FirstUse.module.css";

const EarlierAddress = partOf(() => import("./EarlierAddress.tsx").then((module) => module.EarlierAddress));

interface Props {
  readonly onSample: () => void;
  /** What else one can begin with. */
  readonly children: ReactNode;
}

/** What a new interviewer sees: what this is, how to begin, and why past behaviour is asked for. */
export function FirstUse({ onSample, children }: Props) {
  const app = useApp();
  const [why, setWhy] = useState<Advice>();
  useEffect(() => {
    const load = async () => {
      const [{ adviceFor }, { firstGuideId, loadGuideVersion }] = await Promise.all([
        import("../../domain/guides/guide.ts"),
        import("../../state/guides/guideVersions.ts"),
      ]);
      const { guide } = await loadGuideVersion(app, firstGuideId);
      setWhy(adviceFor(guide, "firstUse"));
    };
    void load();
  }, [app]);
  return (
    <div className={styles.first}>
      <header className={styles.hello}>
        <h1>Run a structured interview, and decide on it fairly</h1>
        <p>
          Pick three or four questions. During the call you have a timer, the areas to cover and prepared
          follow-ups, and you rate and note each area separately. Everything works offline.
        </p>
        <div className="row">
          <Link href="/plan" className="button primary">
            Plan your first interview
          </Link>
          <button type="button" onClick={onSample}>
            Open a sample interview
          </button>
          {children}
        </div>
        <p className="small soft">All sample data is made up. You can remove it with one click.</p>
        {location.host === `localhost:${import.meta.env.VITE_APP_PORT}` && <EarlierAddress />}
      </header>
      {why && (
        <section className={`card ${styles.why}`}>
          <h2>{why.title}</h2>
          <p className="soft">{why.text}</p>
        </section>
      )}
    </div>
  );
}
