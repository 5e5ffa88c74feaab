import { useEffect, useState } from "react";
import { Link } from "wouter";
import { toError } from "../../../domain/text/errorText.ts";
import {
  countDifferences,
  guideDifference,
  type PartDifference,
} from "../../../domain/guides/guideDifference.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import type { GuideLineage } from "../../../state/guides/guideLineages.ts";
import { loadGuideVersion } from "../../../state/guides/guideVersions.ts";
import { guideAddress } from "../../../ui/page/addresses.ts";
import { GuideChanges } from "./GuideChanges.tsx";
import { versionToText } from "./versionWords.ts";
import styles from "./GuideHistory.module.css";

interface Props {
  readonly lineage: GuideLineage;
  /** The version that is shown. */
  readonly id: string;
}

/** All versions of a guide, and what differs between any two of them. */
export function GuideHistory({ lineage: { versions }, id }: Props) {
  const app = useApp();
  const now = app.clock.now();
  const index = versions.findIndex((version) => version.id === id);
  const older = versions[index + 1];
  // The oldest is compared with the one that followed it.
  const [beforeId, setBeforeId] = useState(older ? older.id : id);
  const [afterId, setAfterId] = useState(older ? id : (versions[index - 1]?.id ?? id));
  const named = versions.map((version, at) => ({
    ...version,
    name: `Version ${versions.length - at}`,
    since: versionToText(version, now),
  }));

  return (
    <div className={styles.history}>
      <section className={styles.section} aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <ol className={`card ${styles.versions}`} reversed>
          {named.map((version, at) => (
            <li key={version.id} className={`row ${styles.version}`}>
              {version.id === id ? (
                <b aria-current="page">{version.name}</b>
              ) : (
                <Link href={guideAddress(version.id)}>{version.name}</Link>
              )}
              <span className="soft">
                {version.since} · {quantityToText(version.questionCount, "question")}
              </span>
              {at === 0 && <span className="chip">Newest</span>}
              {version.isUsed && <span className="chip">Used by an interview</span>}
              {version.hasDraft && <span className="chip">Has a draft</span>}
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.section} aria-labelledby="changes">
        <h2 id="changes">What changed</h2>
        {versions.length === 1 ? (
          <p className="soft">This is the only version. Changes appear here once the guide is edited.</p>
        ) : (
          <>
            <div className={styles.compare}>
              <VersionChoice label="From" versions={named} value={beforeId} onChange={setBeforeId} />
              <VersionChoice label="To" versions={named} value={afterId} onChange={setAfterId} />
            </div>
            <Comparison beforeId={beforeId} afterId={afterId} />
          </>
        )}
      </section>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly versions: readonly { readonly id: string; readonly name: string; readonly since: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function VersionChoice({ label, versions, value, onChange }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span className="small soft">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {versions.map(({ id, name, since }) => (
          <option key={id} value={id}>
            {name}, {since}
          </option>
        ))}
      </select>
    </label>
  );
}

function Comparison({ beforeId, afterId }: { readonly beforeId: string; readonly afterId: string }) {
  const app = useApp();
  const [compared, setCompared] = useState<{ readonly difference: PartDifference | null }>();
  const [error, setError] = useState<Error>();

  useEffect(() => {
    let isWanted = true;
    Promise.all([loadGuideVersion(app, beforeId), loadGuideVersion(app, afterId)]).then(
      ([before, after]) => {
        if (isWanted) setCompared({ difference: guideDifference(before.guide, after.guide) });
      },
      (reason: unknown) => setError(toError(reason)),
    );
    return () => {
      isWanted = false;
    };
  }, [app, beforeId, afterId]);

  if (error) throw error;
  if (!compared) return null;
  const { difference } = compared;
  return (
    <>
      <p role="status">
        {difference
          ? quantityToText(countDifferences(difference), "difference")
          : beforeId === afterId
            ? "These are the same version."
            : "The two versions read the same. Only internal ids differ."}
      </p>
      {difference && <GuideChanges difference={difference} />}
    </>
  );
}
