import { useEffect, useState } from "react";
import { Link } from "wouter";
import { errorToText, toError } from "../../../domain/text/errorText.ts";
import { fileName } from "../../../domain/text/fileName.ts";
import { guideTitle } from "../../../domain/guides/guideTitle.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useGuideHistory, type GuideLineage } from "../../../state/guides/guideLineages.ts";
import { guideToFileText, saveGuideVersion } from "../../../state/guides/guides.ts";
import { loadGuideVersion, type GuideVersion } from "../../../state/guides/guideVersions.ts";
import {
  guideAddress,
  guideEditAddress,
  guideHistoryAddress,
  planWithAddress,
} from "../../../ui/page/addresses.ts";
import { NotHere } from "../../../ui/page/NotHere.tsx";
import { MoreMenu } from "../../../ui/head/MoreMenu.tsx";
import { ScreenHead } from "../../../ui/head/ScreenHead.tsx";
import { downloadBlob, downloadText } from "../../../ui/files/download.ts";
import { GuideContent } from "./GuideContent.tsx";
import { GuideHistory } from "./GuideHistory.tsx";
import { TakeQuestions } from "./TakeQuestions.tsx";
import { versionToText } from "./versionWords.ts";
import styles from "./GuidePage.module.css";

interface Props {
  readonly id: string;
  readonly view: "guide" | "history";
}

/** One version of a guide, read-only, and the history of its lineage. */
export function GuidePage({ id, view }: Props) {
  const app = useApp();
  const lineage = useGuideHistory(id);
  const [version, setVersion] = useState<GuideVersion>();
  const [error, setError] = useState<Error>();
  const isHere = Boolean(lineage);

  useEffect(() => {
    if (!isHere) return;
    loadGuideVersion(app, id).then(setVersion, (reason: unknown) => setError(toError(reason)));
  }, [app, id, isHere]);

  // For the screen that says what can be done.
  if (error) throw error;
  if (lineage === undefined) return null;
  if (lineage === null) {
    return (
      <main className="page">
        <NotHere what="guide" />
      </main>
    );
  }
  return version ? <Shown lineage={lineage} version={version} view={view} /> : null;
}

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface ShownProps {
  readonly lineage: GuideLineage;
  readonly version: GuideVersion;
  readonly view: "guide" | "history";
}

function Shown({ lineage, version, view }: ShownProps) {
  const app = useApp();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, guide } = version;
  const { newest, versions } = lineage;
  const entry = versions.find((one) => one.id === id) ?? newest;
  const number = versions.length - versions.indexOf(entry);
  const title = guideTitle(guide);
  const isOlder = newest.id !== id;

  const makeNewest = async () => {
    try {
      await saveGuideVersion(app, guide, newest.id);
    } catch (error) {
      setProblem(`That didn’t work. ${errorToText(error)}`);
    }
  };

  /** Hands a file on whose writer is loaded only now. */
  const download = async (kind: "guide" | "rubric", ending: string, write: () => Promise<Blob>) => {
    try {
      downloadBlob(fileName([title, kind], ending), await write());
      setProblem(null);
    } catch (error) {
      setProblem(`The guide was not exported. ${errorToText(error)}`);
    }
  };

  const writeXlsForm = async () => {
    const { encodeXlsForm } = await import("../../../interchange/documents/xlsForm.ts");
    return new Blob([...encodeXlsForm(guide, id, app.clock.now())], { type: XLSX_TYPE });
  };

  const writeRubric = async () => {
    const { encodeCaseRubric } = await import("../../../interchange/documents/caseRubric.ts");
    return new Blob([encodeCaseRubric(guide, id, entry.savedAt ?? app.clock.now())], {
      type: "application/json",
    });
  };

  return (
    <>
      <ScreenHead back={{ href: "/guides", to: "guides" }} isHeading title={title}>
        <span className="actions">
          <Link href={guideEditAddress(id)} className="button">
            {entry.hasDraft ? "Continue editing" : "Edit"}
          </Link>
          <Link href={planWithAddress(id)} className="button primary">
            Plan an interview
          </Link>
          <MoreMenu>
            <button
              type="button"
              onClick={() => downloadText(fileName([title, "guide"], "json"), guideToFileText(app, guide))}
            >
              Export
            </button>
            <button
              type="button"
              title="For ODK, KoboToolbox, SurveyCTO and Survey123"
              onClick={() => void download("guide", "xlsx", writeXlsForm)}
            >
              Export XLSForm
            </button>
            <button
              type="button"
              title="1EdTech CASE: each area with its levels"
              onClick={() => void download("rubric", "json", writeRubric)}
            >
              Export CASE rubric
            </button>
          </MoreMenu>
        </span>
      </ScreenHead>
      <main className={`page ${styles.page}`}>
        <p className={`soft ${styles.about}`}>
          {guide.role !== "" && guide.role !== guide.title && (
            <>
              <bdi>{guide.role}</bdi> ·{" "}
            </>
          )}
          {quantityToText(guide.questions.length, "question")} · version {number} of {versions.length},{" "}
          {versionToText(entry, app.clock.now())}
        </p>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {isOlder && (
          <div className="notice row">
            <span>This is an older version. New interviews use the newest one.</span>
            <span className={`push row ${styles.choices}`}>
              <Link href={guideAddress(newest.id)} className="button">
                Open newest version
              </Link>
              <button type="button" onClick={() => void makeNewest()}>
                Make this the newest version
              </button>
            </span>
          </div>
        )}
        {entry.hasDraft && (
          <p className="notice row">
            <span>You have a draft based on this version.</span>
            <Link href={guideEditAddress(id)} className="button push">
              Open draft
            </Link>
          </p>
        )}
        <nav className={styles.views} aria-label="View">
          <ViewLink href={guideAddress(id)} isShown={view === "guide"}>
            Guide
          </ViewLink>
          <ViewLink href={guideHistoryAddress(id)} isShown={view === "history"}>
            History <span className="soft figures">{versions.length}</span>
          </ViewLink>
        </nav>
        {view === "guide" ? (
          <>
            <GuideContent guide={guide} chosen={chosen} onChoose={setChosen} />
            <TakeQuestions
              source={guide}
              lineId={lineage.lineId}
              chosen={chosen}
              onTaken={() => setChosen([])}
            />
          </>
        ) : (
          <GuideHistory lineage={lineage} id={id} />
        )}
      </main>
    </>
  );
}

interface ViewLinkProps {
  readonly href: string;
  readonly isShown: boolean;
  readonly children: React.ReactNode;
}

function ViewLink({ href, isShown, children }: ViewLinkProps) {
  return (
    <Link href={href} className={`button ${styles.view}`} aria-current={isShown ? "page" : undefined} replace>
      {children}
    </Link>
  );
}
