import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import type { Guide } from "../../../domain/guides/guide.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { withAreaEach } from "../../../domain/guides/guideEditing.ts";
import { versionOf } from "../../../domain/guides/guideVersion.ts";
import { handFiles, useHandedFiles } from "../../../state/admission/handedFiles.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useGuideReader, useReadGuide, type GuideSource } from "../../../state/guides/guideReading.ts";
import { writeGuideDraft } from "../../../state/guides/guideDrafts.ts";
import { saveGuideVersion } from "../../../state/guides/guides.ts";
import { newGuideAddress, planWithAddress } from "../../../ui/page/addresses.ts";
import { BackLink } from "../../../ui/page/BackLink.tsx";
import { countsToText, DraftGuide } from "./DraftGuide.tsx";
import { type Correction, correctedBy, correctionOf } from "./corrections.ts";
import { draftsOf, isAppFile, type FileDraft } from "./severalFiles.ts";
import { FileDrafts } from "./FileDrafts.tsx";
import { LineList } from "./LineList.tsx";
import { SourceIntake } from "./SourceIntake.tsx";
import styles from "./BringInPage.module.css";

const asRead: readonly Correction[] = [];

/** Makes a guide from a text: each line of the source with what it became, and beside it the draft. */
export function BringInPage() {
  const app = useApp();
  const [, navigate] = useLocation();
  const reader = useGuideReader();
  const [source, setSource] = useState<GuideSource | null>(null);
  const [corrections, setCorrections] = useState(asRead);
  const corrected = useMemo(() => correctedBy(corrections), [corrections]);
  const [named, setNamed] = useState<{ title?: string; role?: string }>({});
  const [getsAreas, setGetsAreas] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  const [drafts, setDrafts] = useState<readonly FileDraft[]>([]);
  const { read, isBehind, problem: readingProblem } = useReadGuide(reader, source, corrected);

  const begin = (chosen: GuideSource | null) => {
    setSource(chosen);
    setCorrections(asRead);
    setNamed({});
    setProblem(null);
    setDrafts([]);
  };

  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(errorToText(error));
    }
  };

  const save = (guide: Guide) =>
    attempt(async () => {
      const { id } = await saveGuideVersion(app, guide, null);
      navigate(planWithAddress(id));
    });

  const edit = (guide: Guide) =>
    attempt(async () => {
      const id = app.newId();
      await writeGuideDraft(app, { id, guide, previousId: null, updatedAt: app.clock.now() });
      navigate(newGuideAddress(id));
    });

  const openFile = (file: File) =>
    attempt(async () => {
      if (isAppFile(file)) navigate(await handFiles([file]));
      else begin(await reader.sourceOf(file));
    });

  /** A page's own structure says more than its bare text, unless nothing is found in it. */
  const paste = (html: string, text: string) =>
    attempt(async () => {
      const page: GuideSource = { text: html, format: "html" };
      const isRich = html !== "" && (await reader.read(page, correctedBy(asRead))).guide.questions.length > 0;
      begin(isRich ? page : { text, format: undefined });
    });

  /** Of several files each makes a draft, or says why it makes none. */
  const openFiles = async ([first, ...more]: readonly File[]) => {
    if (first === undefined) return;
    setOpening(true);
    if (more.length === 0) await openFile(first);
    else {
      await attempt(async () => {
        const made = await draftsOf(app, reader, [first, ...more]);
        setDrafts((before) => [...before, ...made]);
      });
    }
    setOpening(false);
  };

  const waitingCount = useHandedFiles(
    "/guides/bring-in",
    (files) => void openFiles(files),
    source === null && !isOpening,
  );

  const understood = useMemo(() => read && { ...read.guide, ...named }, [read, named]);
  const guide = useMemo(
    () => (understood && getsAreas ? withAreaEach(understood) : understood),
    [understood, getsAreas],
  );
  const withoutAreas = understood?.questions.filter(({ areas }) => areas.length === 0).length ?? 0;
  const version = useMemo(() => guide && versionOf(guide), [guide]);
  return (
    <div className={styles.frame}>
      <header className="topBar">
        <BackLink href="/guides" to="guides" />
        <b>Import questions</b>
        {source !== null && (
          <span className="actions">
            <button type="button" onClick={() => begin(null)}>
              Start over
            </button>
            <button
              type="button"
              disabled={guide === null || isBehind}
              onClick={() => guide && void edit(guide)}
            >
              Edit it
            </button>
            <button
              type="button"
              className="primary"
              disabled={version?.kind !== "ready" || isBehind}
              onClick={() => version?.kind === "ready" && void save(version.guide)}
            >
              Save guide
            </button>
          </span>
        )}
      </header>
      <main className={`page ${styles.page}`}>
        <h1 className={source === null ? undefined : "heard"}>Import questions</h1>
        {(problem ?? readingProblem) !== null && (
          <p className={`notice error ${styles.problem}`} role="alert">
            {problem ?? readingProblem}
          </p>
        )}
        {source !== null && waitingCount > 0 && (
          <p className="notice" role="status">
            {quantityToText(waitingCount, "more file")} to open. Save this guide or start over first: what was
            corrected here would be lost.
          </p>
        )}
        {source === null && (
          <SourceIntake
            onPaste={paste}
            onText={(text) => begin({ text, format: undefined })}
            onFiles={openFiles}
          />
        )}
        {source !== null && read === null && <p role="status">Reading …</p>}
        {drafts.length > 0 && <FileDrafts drafts={drafts} />}
        {source !== null && read !== null && read.withheld > 0 && (
          <p className="notice row">
            This does not look like an interview guide.
            <button type="button" onClick={() => setSource({ ...source, isReadAnyway: true })}>
              Read it anyway
            </button>
          </p>
        )}
        {read !== null && guide !== null && (
          <p role="status" className={guide.questions.length > 0 ? "soft" : styles.none}>
            {countsToText(read.guide, read.findings.length)}
          </p>
        )}
        {withoutAreas > 0 && (
          <label className="notice row">
            <input
              type="checkbox"
              checked={getsAreas}
              onChange={(event) => setGetsAreas(event.target.checked)}
            />
            {withoutAreas === 1 ? "A question has" : `${withoutAreas} questions have`} no areas, and nothing
            could be rated: add “The answer as a whole”
          </label>
        )}
        {read !== null && guide !== null && (
          <div className={styles.sides}>
            <LineList
              lines={read.lines}
              messages={new Map(read.findings.map(({ line, message }) => [line, message]))}
              corrections={corrections}
              onCorrect={(said) => setCorrections((before) => [...before, correctionOf(said, read)])}
              onUndo={() => setCorrections((before) => before.slice(0, -1))}
            />
            <DraftGuide
              guide={guide}
              refusal={version?.kind === "refused" ? version.refusal : null}
              onName={(names) => setNamed({ ...named, ...names })}
            />
          </div>
        )}
      </main>
    </div>
  );
}
