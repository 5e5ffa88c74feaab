import { useDeferredValue, useRef, useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useWaitingWork } from "../../state/app/waiting.ts";
import { usePersons } from "../../state/candidates/persons.ts";
import { candidateName } from "../../ui/words/candidateName.ts";
import { selectForExport } from "../../state/exports/selectedForExport.ts";
import {
  useRemovedSessions,
  useMatchingIds,
  useSessionCounts,
  useSessions,
  type RemovalQuestion,
} from "../../state/session/library.ts";
import { partOf } from "../../ui/page/LoadedPart.tsx";
import { exportAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { useInAddress } from "../../ui/page/shownAddress.ts";
import { Filters } from "./Filters.tsx";
import { FirstUse } from "./FirstUse.tsx";
import { SessionTable } from "./SessionTable.tsx";
import { UpNext } from "./UpNext.tsx";
import { orderToText, textToOrder, useFilter } from "./useFilter.ts";
import styles from "./LibraryPage.module.css";

const PAGE = 50;
/** Every kind that some screen of the app reads. */
const READ_FILES =
  ".json,.ics,.age,.gz,.docx,.pdf,.md,.markdown,.html,.htm,.txt,application/json,text/calendar,text/plain";

const Removal = partOf(() => import("./Removal.tsx").then((module) => module.Removal));
const SelectedBar = partOf(() => import("./SelectedBar.tsx").then((module) => module.SelectedBar));
const PageEnd = partOf(() => import("./PageEnd.tsx").then((module) => module.PageEnd));

interface Props {
  /** What the files would do that were handed to this screen. */
  readonly importing: ReactNode;
}

/** What comes next, and every interview on this device. */
export function LibraryPage({ importing }: Props) {
  const app = useApp();
  const [, navigate] = useLocation();
  const { filter, isFiltered, ...fields } = useFilter();
  const [sort, setSort] = useInAddress("sort", orderToText());
  const [shown, setShown] = useInAddress("show", String(PAGE));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // The filter all of whose interviews were counted and selected, those further down the list too.
  const [countedFilter, setCountedFilter] = useState<string | null>(null);
  const removed = useRemovedSessions();
  const [asked, setAsked] = useState<RemovalQuestion | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const order = textToOrder(sort);
  const limit = Math.max(PAGE, Number(shown) || 0);
  const filterNow = { ...filter, text: useDeferredValue(filter.text) };
  const page = useSessions(filterNow, limit, order);
  const persons = usePersons();
  const shownName = (name: string) => candidateName(persons.shown(name));
  const pageIds = (page?.sessions ?? []).map(({ id }) => id);
  const filterKey = JSON.stringify(filterNow);
  const isCounted = countedFilter === filterKey;
  const canReach = page?.hasMore === true && pageIds.every((id) => selected.has(id));
  const matchingIds = useMatchingIds(canReach || isCounted ? filterNow : null) ?? [];
  const counts = useSessionCounts();
  const work = useWaitingWork();

  const tell = async (tried: () => Promise<void>) => {
    setProblem(null);
    try {
      await tried();
    } catch (error) {
      setProblem(errorToText(error));
    }
  };

  /** @param seenIds null where somebody was asked, and wants it */
  const remove = (ids: readonly string[], seenIds: readonly string[] | null) =>
    tell(async () => {
      const { removeOrAsk } = await import("../../state/session/removal.ts");
      const { question, goneIds, problem: why } = await removeOrAsk(app, ids, seenIds);
      setAsked(question);
      setSelected((before) => new Set([...before].filter((id) => !goneIds.includes(id))));
      setProblem(why);
    });

  const exportThose = (ids: readonly string[]) => {
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      navigate(exportAddress("session", only));
      return;
    }
    selectForExport(new Set(ids));
    navigate("/export");
  };

  const importFiles = (files: readonly File[]) =>
    tell(async () => {
      const { handFiles } = await import("../../state/admission/handedFiles.ts");
      navigate(await handFiles(files));
    });

  const openSample = () =>
    tell(async () => {
      const { importSample } = await import("../../state/session/importing.ts");
      navigate(sessionAddress(await importSample(app)));
    });

  const clear = () => {
    setSelected(new Set());
    setCountedFilter(null);
  };
  const chooseFiles = (
    <button type="button" onClick={() => chooser.current?.click()}>
      Import
    </button>
  );
  // The newest sessions do not wait for the count of all; what comes next stands above them, and may not move them.
  if (page === undefined || work === undefined || (counts === undefined && page.sessions.length === 0))
    return null;
  return (
    <main className={`page ${styles.page}`}>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        // A share sheet hands a session over as a text file.
        accept={READ_FILES}
        multiple
        hidden
        data-testid="import-file"
        onChange={(event) => {
          void importFiles(Array.from(event.target.files ?? []));
          event.target.value = "";
        }}
      />
      {importing}
      {(asked ?? removed) && (
        <Removal
          question={asked}
          shown={shownName}
          onRemove={remove}
          onAnswered={setAsked}
          onProblem={setProblem}
        />
      )}
      {counts?.all === 0 ? (
        <FirstUse onSample={() => void openSample()}>{chooseFiles}</FirstUse>
      ) : (
        <>
          <header className="row">
            <h1>Interviews</h1>
            <span className="actions">
              {chooseFiles}
              <Link href="/export" className="button">
                Export…
              </Link>
              <Link href="/plan" className="button primary">
                Plan an interview
              </Link>
            </span>
          </header>
          {!isFiltered && <UpNext work={work} shown={shownName} />}
          <section className={styles.all} aria-labelledby="all">
            <h2 id="all">All interviews</h2>
            <Filters {...fields} filter={filter} counts={counts} />
            {selected.size > 0 && (
              <SelectedBar
                selected={selected}
                shownIds={pageIds}
                matchingIds={matchingIds}
                isCounted={isCounted}
                onSelectAll={() => {
                  setSelected(new Set([...selected, ...matchingIds]));
                  setCountedFilter(filterKey);
                }}
                onExport={exportThose}
                onRemove={(ids) => void remove(ids, pageIds)}
                onClear={clear}
              />
            )}
            {page.sessions.length === 0 ? (
              <p className="soft">
                {isFiltered && "No interviews match. Try fewer words or another status."}
              </p>
            ) : (
              <SessionTable
                sessions={page.sessions}
                unsentIds={work.unsentIds}
                order={order}
                onOrder={(next) => setSort(orderToText(next))}
                selected={selected}
                onSelect={(next) => {
                  // Whoever unticks all rows that are seen means the others too.
                  if (isCounted && pageIds.every((id) => !next.has(id))) clear();
                  else setSelected(next);
                }}
                shown={shownName}
                onRemove={(id) => void remove([id], pageIds)}
              />
            )}
          </section>
        </>
      )}
      <PageEnd
        {...fields}
        filter={filter}
        moreCount={page.hasMore ? PAGE : 0}
        onMore={() => setShown(String(limit + PAGE))}
      />
    </main>
  );
}
