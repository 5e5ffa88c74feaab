import { useEffect, useMemo, useRef, useState } from "react";
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
import { ReadingProgress } from "../../../ui/files/ReadingProgress.tsx";
import { ScreenHead } from "../../../ui/head/ScreenHead.tsx";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { readTabDraft, useTabDraft } from "../../../ui/page/tabDraft.ts";
import { DraftNotice } from "../../../ui/parts/DraftNotice.tsx";
import { UndoNotice } from "../../../ui/parts/UndoNotice.tsx";
import { countsToText, DraftGuide } from "./DraftGuide.tsx";
import { type Correction, correctedBy, correctionOf, keptOf } from "./corrections.ts";
import { draftsOf, isAppFile } from "./severalFiles.ts";
import { FileDrafts } from "./FileDrafts.tsx";
import { LineList } from "./LineList.tsx";
import { SourceIntake } from "./SourceIntake.tsx";
import styles from "./BringInPage.module.css";

/** What a person entered here and did with it. */
interface Work {
  /** What the field holds; of rich text that was pasted, the plain text. */
  readonly text: string;
  /** What is read; null until it is chosen. */
  readonly source: GuideSource | null;
  readonly corrections: readonly Correction[];
  readonly named: { readonly title?: string; readonly role?: string };
  readonly getsAreas: boolean;
}

const asRead: readonly Correction[] = [];
const nothing: Work = { text: "", source: null, corrections: asRead, named: {}, getsAreas: true };
const noDrafts: Parameters<typeof FileDrafts>[0] = { drafts: [], unreadCount: 0 };
const DRAFT_KEY = "questions";

/** Makes a guide from a text: each line of the source with what it became, and beside it the draft. */
export function BringInPage() {
  const app = useApp();
  const [, navigate] = useLocation();
  const reader = useGuideReader();
  const [draft, setDraft] = useState(() => readTabDraft(DRAFT_KEY, nothing));
  const [work, setWork] = useState(draft ?? nothing);
  /** What “Start over” put away. */
  const [putAway, setPutAway] = useState<Work | null>(null);
  const { text, source, corrections, named, getsAreas } = work;
  const corrected = useMemo(() => correctedBy(corrections), [corrections]);
  const forgetDraft = useTabDraft(DRAFT_KEY, { ...work, corrections: keptOf(corrections) }, nothing);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  const [drafts, setDrafts] = useState(noDrafts);
  /** How far several files are read, where that takes its time. */
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const isLeaving = useRef(false);
  const preview = useRef<HTMLHeadingElement>(null);
  /** Several files that are being read; what comes meanwhile is read after them. */
  const reading = useRef<{ readonly files: File[]; readonly controller: AbortController }>(null);
  useEffect(() => () => reading.current?.controller.abort(), []);
  const { read, isBehind, problem: readingProblem } = useReadGuide(reader, source, corrected);

  const change = (changed: Partial<Work>) => setWork((before) => ({ ...before, ...changed }));

  const begin = (chosen: GuideSource, plainText = "") => {
    setWork({ ...nothing, source: chosen, text: plainText });
    setPutAway(null);
    setProblem(null);
    setDrafts(noDrafts);
  };

  const startOver = () => {
    setWork(nothing);
    setPutAway(work);
    setDraft(null);
    setProblem(null);
    setDrafts(noDrafts);
  };

  const attempt = async (act: () => Promise<void>) => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(errorToText(error));
    }
  };

  /** A second press would do it again while the first is on its way. */
  const leave = async (act: () => Promise<void>) => {
    if (isLeaving.current) return;
    isLeaving.current = true;
    await attempt(act);
    isLeaving.current = false;
  };

  const save = (guide: Guide) =>
    leave(async () => {
      const { id } = await saveGuideVersion(app, guide, null);
      forgetDraft();
      navigate(planWithAddress(id));
    });

  const edit = (guide: Guide) =>
    leave(async () => {
      const id = app.newId();
      await writeGuideDraft(app, { id, guide, previousId: null, updatedAt: app.clock.now() });
      forgetDraft();
      navigate(newGuideAddress(id));
    });

  const openFile = (file: File) =>
    attempt(async () => {
      if (isAppFile(file)) navigate(await handFiles([file]));
      else begin(await reader.sourceOf(file));
    });

  /** A page's own structure says more than its bare text, unless nothing is found in it. */
  const paste = (html: string, plainText: string) =>
    attempt(async () => {
      const page: GuideSource = { text: html, format: "html" };
      const isRich = html !== "" && (await reader.read(page, correctedBy(asRead))).guide.questions.length > 0;
      if (isRich) begin(page, plainText);
      else begin({ text: plainText, format: undefined });
    });

  /** Of several files each makes a draft, or says why it makes none. */
  const openFiles = async ([first, ...more]: readonly File[]) => {
    if (first === undefined) return;
    if (reading.current) {
      reading.current.files.push(first, ...more);
      return;
    }
    setOpening(true);
    if (more.length === 0) await openFile(first);
    else {
      await attempt(async () => {
        const files = [first, ...more];
        const controller = new AbortController();
        reading.current = { files, controller };
        const made = await draftsOf(app, reader, files, controller.signal, (done) =>
          setProgress({ done, of: files.length }),
        );
        setDrafts((before) => ({
          drafts: [...before.drafts, ...made],
          unreadCount: before.unreadCount + files.length - made.length,
        }));
      });
      reading.current = null;
      setProgress(null);
    }
    setOpening(false);
  };

  const waitingCount = useHandedFiles(
    "/guides/bring-in",
    (files) => void openFiles(files),
    source === null && !isOpening,
  );

  /** What can be shown in the field of what is read; that of a page or a document may not be. */
  const plainText = source === null || source.format === "html" ? text : source.text;
  const understood = useMemo(() => read && { ...read.guide, ...named }, [read, named]);
  const guide = useMemo(
    () => (understood && getsAreas ? withAreaEach(understood) : understood),
    [understood, getsAreas],
  );
  const withoutAreas = understood?.questions.filter(({ areas }) => areas.length === 0).length ?? 0;
  const messages = useMemo(() => new Map(read?.findings.map(({ line, message }) => [line, message])), [read]);
  const version = useMemo(() => guide && versionOf(guide), [guide]);
  return (
    <div className={styles.frame}>
      <ScreenHead back={{ href: "/guides", to: "guides" }} title="Import questions">
        {source !== null && (
          <span className="actions">
            {draft === null && (
              <button type="button" onClick={startOver}>
                Start over
              </button>
            )}
            <button
              type="button"
              disabled={guide === null || isBehind}
              onClick={() => guide && void edit(guide)}
            >
              Edit guide
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
      </ScreenHead>
      <main className={`page ${styles.page}`}>
        {/* Stands in the head; here for where the focus goes. */}
        <h1 className="heard">Import questions</h1>
        {(problem ?? readingProblem) !== null && (
          <p className={`notice error ${styles.problem}`} role="alert">
            {problem ?? readingProblem}
          </p>
        )}
        {source !== null && readingProblem !== null && read === null && (
          <p className="row">
            {corrections.length > 0 && (
              <button type="button" onClick={() => change({ corrections: corrections.slice(0, -1) })}>
                Undo the last correction
              </button>
            )}
            {plainText !== "" && (
              <button
                type="button"
                onClick={() =>
                  focusAfter(
                    () => setWork({ ...nothing, text: plainText }),
                    () => document.getElementById("source"),
                  )
                }
              >
                Back to the text
              </button>
            )}
          </p>
        )}
        {draft && <DraftNotice onStartOver={startOver} />}
        {putAway && (
          <UndoNotice
            onUndo={() => {
              setWork(putAway);
              setPutAway(null);
            }}
            onDismiss={() => setPutAway(null)}
          >
            You started over.
          </UndoNotice>
        )}
        {source !== null && waitingCount > 0 && (
          <p className="notice" role="status">
            {quantityToText(waitingCount, "more file")} to open. Save this guide or start over first: what was
            corrected here would be lost.
          </p>
        )}
        {source === null && (
          <SourceIntake
            text={text}
            onType={(typed) => change({ text: typed })}
            onPaste={paste}
            onContinue={() => begin({ text, format: undefined })}
            onFiles={openFiles}
          />
        )}
        {source !== null && read === null && readingProblem === null && <p role="status">Reading…</p>}
        {progress && (
          <ReadingProgress
            label="Reading files"
            {...progress}
            onCancel={() => reading.current?.controller.abort()}
          />
        )}
        {drafts !== noDrafts && <FileDrafts {...drafts} />}
        {source !== null && read !== null && read.withheld > 0 && (
          <p className="notice row">
            This does not look like an interview guide.
            <button type="button" onClick={() => change({ source: { ...source, isReadAnyway: true } })}>
              Read it anyway
            </button>
          </p>
        )}
        {read !== null && guide !== null && (
          <div className="row">
            <p role="status" className={guide.questions.length > 0 ? "soft" : styles.none}>
              {countsToText(read.guide, read.lines, messages)}
            </p>
            <button type="button" className={styles.toPreview} onClick={() => preview.current?.focus()}>
              Go to preview
            </button>
          </div>
        )}
        {withoutAreas > 0 && (
          <label className="notice row">
            <input
              type="checkbox"
              checked={getsAreas}
              onChange={(event) => change({ getsAreas: event.target.checked })}
            />
            Add the area “The answer as a whole” to{" "}
            {withoutAreas === 1 ? "the question" : `the ${withoutAreas} questions`} without areas, so that{" "}
            {withoutAreas === 1 ? "it" : "they"} can be rated
          </label>
        )}
        {read !== null && guide !== null && (
          <div className={styles.sides}>
            <LineList
              lines={read.lines}
              messages={messages}
              corrections={corrections}
              onCorrect={(said) => change({ corrections: [...corrections, correctionOf(said, read)] })}
              onUndo={() => change({ corrections: corrections.slice(0, -1) })}
            />
            <DraftGuide
              headingRef={preview}
              guide={guide}
              refusal={version?.kind === "refused" ? version.refusal : null}
              onName={(names) => change({ named: { ...named, ...names } })}
            />
          </div>
        )}
      </main>
    </div>
  );
}
