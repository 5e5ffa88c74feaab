import { useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { scorecardToReport } from "../../domain/session/scorecardReport.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { toPasteFields } from "../../interchange/tracking/pasteFields.ts";
import { templateChoice, type PasteTemplates } from "../../interchange/tracking/pasteTemplates.ts";
import { useApp } from "../../state/app/appContext.ts";
import { noteExport } from "../../state/exports/exportLog.ts";
import { keepPasteTemplates, usePasteTemplates } from "../../state/exports/pasteTemplates.ts";
import { useRevisions } from "../../state/session/scorecards.ts";
import { openSessionToText } from "../../state/session/refusalMessage.ts";
import { useShuttingOf } from "../../state/session/shutting.ts";
import { useSessionState } from "../../state/session/sessionContext.ts";
import { canFloat } from "../../ui/float/floatWindow.ts";
import { FloatNotice } from "../../ui/float/FloatNotice.tsx";
import { useFloat } from "../../ui/float/useFloat.ts";
import { interviewAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { ShutScorecard } from "../../ui/seats/ShutScorecard.tsx";
import { focusOnMount } from "../../ui/page/focusOnMount.ts";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { PasteRun } from "./PasteRun.tsx";
import { newRun } from "./run.ts";
import { TemplateDialog } from "./TemplateDialog.tsx";
import { Facts } from "../../ui/words/Facts.tsx";
import styles from "./PasteRun.module.css";

/** A submitted scorecard, copied field by field into the form of a tracking system. */
export function PasteRunPage() {
  const id = useSessionState((state) => state.whole.session.id);
  const own = useShuttingOf(id);
  const revisions = useRevisions(id);
  const templates = usePasteTemplates();
  const whole = useSessionState((state) => state.whole);
  const report = useMemo(
    () => revisions && scorecardToReport({ first: whole, revisions }),
    [whole, revisions],
  );
  if (own === undefined) return null;
  if (own) return <ShutScorecard reason={openSessionToText(own)} address={interviewAddress(own)} />;
  return (
    <>
      <ScreenHead back={{ href: sessionAddress(id), to: "the scorecard" }} title="Scorecard" />
      {report && templates && <Screen report={report} templates={templates} />}
    </>
  );
}

interface Props {
  readonly report: ReturnType<typeof scorecardToReport>;
  readonly templates: PasteTemplates;
}

function Screen({ report, templates }: Props) {
  const app = useApp();
  const { session } = report.final;
  const { all, chosen } = templateChoice(templates);
  const fields = toPasteFields(report, chosen);
  const [isEditing, setEditing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isNoted, setNoted] = useState(false);
  const { panel, trouble, toggle, dismiss } = useFloat(`paste ${session.id}`, () => nothingToMake);

  const keep = (wanted: PasteTemplates) => {
    setProblem(null);
    keepPasteTemplates(app, wanted).catch((error: unknown) =>
      setProblem(`The template could not be saved: ${errorToText(error)}`),
    );
  };

  const onCopied = () => {
    if (isNoted) return;
    setNoted(true);
    void noteExport(app, "Fields of a form, copied", { sessionIds: [session.id] });
  };

  const [run, setRun] = useState(() => newRun(chosen.id));
  // Another template is another run.
  if (run.templateId !== chosen.id) setRun(newRun(chosen.id));
  const runOf = (view: Window & typeof globalThis, isAnnouncing: boolean) => (
    <PasteRun
      fields={fields}
      run={run}
      view={view}
      isAnnouncing={isAnnouncing}
      onRun={setRun}
      onCopied={onCopied}
    />
  );

  return (
    <main className={`page ${styles.page}`}>
      <div>
        <h1 tabIndex={-1} ref={focusOnMount}>
          Paste into a form
        </h1>
        <p className="soft">
          Scorecard of <Facts of={[session.candidate, session.role]} />
        </p>
      </div>
      <div className="row">
        <label className={styles.template}>
          Template{" "}
          <select
            value={chosen.id}
            onChange={(event) => keep({ ...templates, chosenId: event.target.value })}
          >
            {all.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => setEditing(true)}>
          Edit fields…
        </button>
        {canFloat(window) && (
          <button type="button" className="push" aria-pressed={panel !== null} onClick={toggle}>
            Float over the form
          </button>
        )}
      </div>
      {trouble && (
        <div className="notice row">
          <FloatNotice trouble={trouble} act={toggle} dismiss={dismiss} />
        </div>
      )}
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {fields.length === 0 ? (
        <p className="notice">
          This template has no field that the scorecard fills. Choose another template, or edit its fields.
        </p>
      ) : (
        runOf(window, panel === null)
      )}
      {panel &&
        createPortal(
          <main className={styles.panel}>
            <h1 className="heard">Paste into a form</h1>
            {runOf(panel.view, true)}
          </main>,
          panel.view.document.body,
        )}
      {isEditing && (
        <TemplateDialog
          key={chosen.id}
          templates={templates}
          onKeep={keep}
          onClose={() => setEditing(false)}
        />
      )}
    </main>
  );
}

const nothingToMake = { made: null, end: () => {} };
