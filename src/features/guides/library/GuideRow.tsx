import { Link } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import { fileName } from "../../../domain/text/fileName.ts";
import type { Passage } from "../../../domain/guides/guideSearch.ts";
import { guideTitle } from "../../../domain/guides/guideTitle.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import type { GuideLineage } from "../../../state/guides/guideLineages.ts";
import { guideToFileText } from "../../../state/guides/guides.ts";
import { loadGuideVersion } from "../../../state/guides/guideVersions.ts";
import { guideAddress, guideEditAddress, planWithAddress } from "../../../ui/page/addresses.ts";
import { downloadText } from "../../../ui/files/download.ts";
import { versionToText } from "../version/versionWords.ts";
import styles from "./GuideRow.module.css";

interface Props {
  readonly lineage: GuideLineage;
  /** Where the words that are looked for stand in it. */
  readonly hits: readonly Passage[];
  readonly onArchive: () => void;
  readonly onUnarchive: () => void;
  readonly onRemove: () => void;
  readonly onProblem: (sentence: string) => void;
}

const SHOWN_HITS = 3;

const passageWords: Readonly<Record<Passage["kind"], string>> = {
  head: "Introduction",
  competency: "Competency",
  question: "Question",
  area: "Area",
  followUp: "Follow-up",
  anchor: "Anchor",
  advice: "Advice",
};

export function GuideRow({ lineage, hits, onArchive, onUnarchive, onRemove, onProblem }: Props) {
  const app = useApp();
  const { newest, versions, isArchived } = lineage;
  const title = guideTitle(newest);
  const drafted = versions.find(({ hasDraft }) => hasDraft);
  const canBeDeleted = !versions.some(({ isShipped, isUsed }) => isShipped || isUsed);
  // Title, role and competencies stand in the row anyway.
  const shown = hits.filter(
    ({ kind, text }) => kind !== "competency" && text !== newest.title && text !== newest.role,
  );

  const exportGuide = async () => {
    try {
      const { guide } = await loadGuideVersion(app, newest.id);
      downloadText(fileName([title, "guide"], "json"), guideToFileText(app, guide));
    } catch (error) {
      onProblem(`It was not exported. ${errorToText(error)}`);
    }
  };

  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <p className={styles.head}>
          <Link href={guideAddress(newest.id)} className={styles.title}>
            <b dir="auto">{title}</b>
          </Link>
          {isArchived && <span className="chip">Archived</span>}
          {drafted && (
            <span className="chip" data-mark="draft">
              Has a draft
            </span>
          )}
        </p>
        <p className="small soft">
          {newest.role !== "" && newest.role !== newest.title && (
            <>
              <bdi>{newest.role}</bdi> ·{" "}
            </>
          )}
          {quantityToText(newest.questionCount, "question")}
          {versions.length > 1 && ` · ${quantityToText(versions.length, "version")}`} ·{" "}
          {versionToText(newest, app.clock.now())}
        </p>
        {newest.competencies.length > 0 && (
          <p className="small soft" dir="auto">
            {newest.competencies.join(" · ")}
          </p>
        )}
        {shown.length > 0 && (
          <ul className={styles.hits}>
            {shown.slice(0, SHOWN_HITS).map(({ kind, text }) => (
              <li key={`${kind} ${text}`} className={styles.hit}>
                <span className="soft">{passageWords[kind]}</span> <span dir="auto">{text}</span>
              </li>
            ))}
            {shown.length > SHOWN_HITS && <li className="soft">and {shown.length - SHOWN_HITS} more</li>}
          </ul>
        )}
      </div>
      <span className={styles.actions}>
        <Link href={planWithAddress(newest.id)} className="button">
          Plan an interview<span className="heard"> with {title}</span>
        </Link>
        <Link href={guideEditAddress((drafted ?? newest).id)} className="button plain">
          {drafted ? "Continue editing" : "Edit"}
          <span className="heard"> {title}</span>
        </Link>
        <button type="button" className="plain" onClick={() => void exportGuide()}>
          Export<span className="heard"> {title}</span>
        </button>
        <button type="button" className="plain" onClick={isArchived ? onUnarchive : onArchive}>
          {isArchived ? "Unarchive" : "Archive"}
          <span className="heard"> {title}</span>
        </button>
        {canBeDeleted && (
          <button type="button" className="plain danger" onClick={onRemove}>
            Delete<span className="heard"> {title}</span>
          </button>
        )}
      </span>
    </li>
  );
}
