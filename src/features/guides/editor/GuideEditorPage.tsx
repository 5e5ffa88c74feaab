import { useState } from "react";
import { Link, Redirect } from "wouter";
import { useApp } from "../../../state/app/appContext.ts";
import { GuideEditingContext, useOpenGuide } from "../../../state/guides/guideEditingContext.ts";
import { guideAddress, newGuideAddress } from "../../../ui/page/addresses.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import { GuideEditor } from "./GuideEditor.tsx";

interface Props {
  /** Of a version or of a draft; null to begin a new guide. */
  readonly id: string | null;
  /** Whether an id that nothing is stored under is that of a new guide. */
  readonly isNew: boolean;
}

/** Opens a guide in the editor. */
export function GuideEditorPage({ id, isNew }: Props) {
  // A new guide has its id in the address, so that a reload finds its draft.
  return id === null ? <NewGuide /> : <OpenGuide key={id} id={id} isNew={isNew} />;
}

function NewGuide() {
  const app = useApp();
  const [id] = useState(app.newId);
  return <Redirect to={newGuideAddress(id)} replace />;
}

function OpenGuide({ id, isNew }: { readonly id: string; readonly isNew: boolean }) {
  const opened = useOpenGuide(id, isNew);
  if (!opened) return null;
  if (opened.kind === "open") {
    return (
      <GuideEditingContext value={opened.editing}>
        <GuideEditor />
      </GuideEditingContext>
    );
  }
  if (opened.kind === "saved") {
    return (
      <main className="page">
        <h1 tabIndex={-1} ref={focusOnMount}>
          This guide was saved in another tab
        </h1>
        <p className="row">
          <Link href={guideAddress(opened.versionId)}>Open the guide</Link>
          <Link href="/guides" className="button">
            Back to guides
          </Link>
        </p>
      </main>
    );
  }
  return (
    <main className="page">
      {opened.kind === "elsewhere" ? (
        <>
          <h1>This guide is being edited in another tab</h1>
          <p>If you edit it here, the other tab stops. Everything typed there is kept in the draft.</p>
          <p className="row">
            <button type="button" className="primary" onClick={opened.takeOver}>
              Edit here
            </button>
            <Link href="/guides" className="button">
              Back to guides
            </Link>
          </p>
        </>
      ) : (
        <>
          <h1>This guide can’t be opened</h1>
          <p>{opened.message}</p>
          <p>
            <Link href="/guides" className="button">
              Back to guides
            </Link>
          </p>
        </>
      )}
    </main>
  );
}
