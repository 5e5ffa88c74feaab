import { useEffect, useEffectEvent, useState } from "react";
import { useLocation } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { handFiles } from "../../state/admission/handedFiles.ts";
import { actionsIn } from "../../ui/keys/screenActions.ts";
import { isElement } from "../../ui/page/elements.ts";
import { FloatingMessage } from "./FloatingMessage.tsx";
import { takeEarlyFiles } from "./keepFilesOut.ts";

/** How what the app reads begins where it is pasted as a text. */
const OWN_TEXT =
  /^\s*(?:\{\s*"format"\s*:\s*"interview-scorecard\.|BEGIN:VCALENDAR|-----BEGIN AGE ENCRYPTED FILE-----)/u;

declare global {
  interface Window {
    /** Of an installed app, where the browser opens files with it. */
    readonly launchQueue?: {
      readonly setConsumer: (
        consume: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void,
      ) => void;
    };
  }
}

/** Takes files wherever they are dropped or pasted, and those that are opened with the app, to the screen that takes them. */
export function FileDoor() {
  const [, navigate] = useLocation();
  const [message, setMessage] = useState<string | null>(null);

  const fail = (error: unknown) =>
    setMessage(`The file could not be opened. ${errorToText(error)} Try again.`);
  const open = useEffectEvent(async (files: readonly File[]) => {
    if (files.length === 0) return;
    const actions = actionsIn(window);
    // Of a shared screen nothing else may show.
    if (actions === null) return;
    if (document.querySelector("dialog[open]")) {
      setMessage("Close the dialog first.");
      return;
    }
    if (actions.length > 0) {
      setMessage("Files can’t be opened during an interview. Go back to interviews first.");
      return;
    }
    setMessage(null);
    try {
      const place = await handFiles(files);
      // An interview may have begun meanwhile.
      if (actionsIn(window)?.length === 0) navigate(place);
    } catch (error) {
      fail(error);
    }
  });

  useEffect(() => {
    const onDrop = (event: DragEvent) => {
      // A box for files has taken it.
      if (event.defaultPrevented || !event.dataTransfer?.files.length) return;
      event.preventDefault();
      void open(Array.from(event.dataTransfer.files));
    };
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      if (event.defaultPrevented || !clipboardData) return;
      if (isElement(target) && target.matches("input, textarea")) return;
      const text = clipboardData.getData("text/plain");
      const files = Array.from(clipboardData.files);
      if (files.length === 0 && OWN_TEXT.test(text)) files.push(new File([text], "Pasted"));
      void open(files);
    };
    // Before what keeps the browser from taking them.
    document.addEventListener("drop", onDrop);
    addEventListener("paste", onPaste);
    void Promise.resolve(takeEarlyFiles()).then(open);
    window.launchQueue?.setConsumer(({ files }) => {
      void Promise.all(files.map((handle) => handle.getFile())).then(open, fail);
    });
    return () => {
      document.removeEventListener("drop", onDrop);
      removeEventListener("paste", onPaste);
    };
  }, []);

  if (message === null) return null;
  return <FloatingMessage onDismiss={() => setMessage(null)}>{message}</FloatingMessage>;
}
