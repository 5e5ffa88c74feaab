import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import type { Guide } from "../../../domain/guides/guide.ts";
import { findPassages, guideToPassages, type Passage } from "../../../domain/guides/guideSearch.ts";
import { guideTitle } from "../../../domain/guides/guideTitle.ts";
import { useApp } from "../../../state/app/appContext.ts";
import {
  archiveGuide,
  deleteGuide,
  putBackGuide,
  useGuides,
  type GuideLineage,
} from "../../../state/guides/guideLineages.ts";
import { discardGuideDraft, writeGuideDraft, type GuideDraft } from "../../../state/guides/guideDrafts.ts";
import { unarchiveGuide } from "../../../state/guides/guides.ts";
import { loadGuideVersion } from "../../../state/guides/guideVersions.ts";
import { useInAddress } from "../../../ui/page/shownAddress.ts";
import { SearchField } from "../../../ui/parts/SearchField.tsx";
import { UndoNotice } from "../../../ui/parts/UndoNotice.tsx";
import { DraftRow } from "./DraftRow.tsx";
import { GuideRow } from "./GuideRow.tsx";
import styles from "./GuidesPage.module.css";

/** What was done to a guide, and how it is undone. */
interface Undoable {
  readonly id: string;
  readonly verb: string;
  readonly title: string;
  readonly undo: () => Promise<void>;
}

interface Props {
  /** What the files would do that were handed to this screen. */
  readonly importing: ReactNode;
}

/** Every guide on this device. */
export function GuidesPage({ importing }: Props) {
  const app = useApp();
  const guides = useGuides();
  const [text, setText] = useState("");
  const [role, setRole] = useInAddress("role", "");
  const [competency, setCompetency] = useInAddress("competency", "");
  const [archived, setArchived] = useInAddress("archived", "hidden");
  const showsArchived = archived === "shown";
  const [undoables, setUndoables] = useState<readonly Undoable[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = useDeferredValue(text).trim();
  const lineages = guides?.lineages ?? [];
  const { passages, isLoading } = usePassages(lineages, wanted !== "", setProblem);

  const offered = lineages.filter(({ isArchived }) => showsArchived || !isArchived);
  const archivedCount = lineages.filter(({ isArchived }) => isArchived).length;
  const found = offered.flatMap((lineage) => {
    const { newest } = lineage;
    if (role !== "" && newest.role !== role) return [];
    if (competency !== "" && !newest.competencies.includes(competency)) return [];
    const hits = wanted === "" ? [] : findPassages(passages.get(newest.id) ?? [], wanted);
    return hits ? [{ lineage, hits }] : [];
  });
  const isFiltered = text !== "" || role !== "" || competency !== "";

  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(`That didn’t work. ${errorToText(error)}`);
    }
  };

  const tell = (verb: string, title: string, undo: () => Promise<void>) =>
    setUndoables((before) => [...before, { id: app.newId(), verb, title, undo }]);

  const archive = ({ lineId, newest }: GuideLineage) =>
    attempt(async () => {
      await archiveGuide(app, lineId);
      tell("Archived", guideTitle(newest), () => unarchiveGuide(app, lineId));
    });

  const remove = ({ lineId, newest }: GuideLineage) =>
    attempt(async () => {
      const deleted = await deleteGuide(app, lineId);
      if (deleted) tell("Deleted", guideTitle(newest), () => putBackGuide(app, deleted));
      else setProblem("An interview uses this guide, so it was not deleted. Archive it instead.");
    });

  const removeDraft = (draft: GuideDraft) =>
    attempt(async () => {
      await discardGuideDraft(app, draft.id);
      tell("Deleted", guideTitle(draft.guide), () => writeGuideDraft(app, draft));
    });

  const dismiss = (id: string) => setUndoables((before) => before.filter((entry) => entry.id !== id));

  if (!guides) return null;
  return (
    <main className={`page ${styles.page}`}>
      <header className="row">
        <h1>Guides</h1>
        <span className={`actions ${styles.top}`}>
          <Link href="/guides/bring-in" className="button">
            Import questions
          </Link>
          <Link href="/guides/new" className="button primary">
            New guide
          </Link>
        </span>
        <p className={`soft ${styles.intro}`}>
          What to ask for a role, and what to listen for. A guide that has been used never changes: editing
          makes a new version, and earlier interviews keep theirs.
        </p>
      </header>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {importing}
      {undoables.map(({ id, verb, title, undo }) => (
        <UndoNotice
          key={id}
          onUndo={() =>
            void attempt(async () => {
              await undo();
              dismiss(id);
            })
          }
          onDismiss={() => dismiss(id)}
        >
          {verb} <bdi>{title}</bdi>.
        </UndoNotice>
      ))}
      {guides.newDrafts.length > 0 && (
        <section className={styles.section} aria-labelledby="drafts">
          <h2 id="drafts">Drafts</h2>
          <ul className={`card ${styles.list}`}>
            {guides.newDrafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} onRemove={() => void removeDraft(draft)} />
            ))}
          </ul>
        </section>
      )}
      <search className={styles.filters}>
        <SearchField
          className={styles.find}
          placeholder="Words in questions, areas or titles"
          value={text}
          onChange={setText}
        />
        <Choice
          label="Role"
          all="Any role"
          value={role}
          options={offered.map(({ newest }) => newest.role)}
          onChange={setRole}
        />
        <Choice
          label="Competency"
          all="Any competency"
          value={competency}
          options={offered.flatMap(({ newest }) => newest.competencies)}
          onChange={setCompetency}
        />
        {archivedCount > 0 && (
          <label className={`row ${styles.archived}`}>
            <input
              type="checkbox"
              checked={showsArchived}
              onChange={(event) => setArchived(event.target.checked ? "shown" : "hidden")}
            />
            Show archived ({archivedCount})
          </label>
        )}
      </search>
      {found.length === 0 ? (
        <p className={`soft ${styles.nothing}`}>
          {isLoading
            ? "Searching all guides…"
            : isFiltered
              ? "No guides match. Try fewer words, or another role or competency."
              : "All guides are archived. Show archived guides, or create a new one."}
        </p>
      ) : (
        <ul className={`card ${styles.list}`} aria-label="Guides">
          {found.map(({ lineage, hits }) => (
            <GuideRow
              key={lineage.lineId}
              lineage={lineage}
              hits={hits}
              onArchive={() => void archive(lineage)}
              onUnarchive={() => void attempt(() => unarchiveGuide(app, lineage.lineId))}
              onRemove={() => void remove(lineage)}
              onProblem={setProblem}
            />
          ))}
        </ul>
      )}
      <p className="heard" role="status">
        {isFiltered && !isLoading ? `${found.length} found` : ""}
      </p>
    </main>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  const distinct = [...new Set(options)].filter((option) => option !== "");
  return (
    <label className={styles.choice}>
      <span className="small soft">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {/* What was chosen can be taken back, also where nothing has it any more. */}
        {[...new Set([...distinct, ...(value === "" ? [] : [value])])]
          .toSorted((a, b) => a.localeCompare(b))
          .map((option) => (
            <option key={option}>{option}</option>
          ))}
      </select>
    </label>
  );
}

/** @returns what each newest version can be found by, once words are looked for; those that ship are loaded then */
function usePassages(
  lineages: readonly GuideLineage[],
  isWanted: boolean,
  onProblem: (sentence: string) => void,
): { readonly passages: ReadonlyMap<string, readonly Passage[]>; readonly isLoading: boolean } {
  const app = useApp();
  const [loaded, setLoaded] = useState<ReadonlyMap<string, Guide>>(new Map());
  const missing = isWanted
    ? lineages.filter(({ newest }) => !newest.guide && !loaded.has(newest.id)).map(({ newest }) => newest.id)
    : [];
  const missingKey = missing.join(" ");
  useEffect(() => {
    if (missingKey === "") return;
    Promise.all(missingKey.split(" ").map((id) => loadGuideVersion(app, id))).then(
      (versions) =>
        setLoaded((before) => new Map([...before, ...versions.map(({ id, guide }) => [id, guide] as const)])),
      () => onProblem("The guides that come with the app could not be searched. Reload to try again."),
    );
  }, [app, missingKey, onProblem]);
  const passages = useMemo(
    () =>
      new Map(
        (isWanted ? lineages : []).flatMap(({ newest: { id, guide } }) => {
          const content = guide ?? loaded.get(id);
          return content ? [[id, guideToPassages(content)] as const] : [];
        }),
      ),
    [lineages, isWanted, loaded],
  );
  return { passages, isLoading: missingKey !== "" };
}
