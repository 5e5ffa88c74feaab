import { useEffect, useRef, useState } from "react";
import { LONGEST_NAME } from "../../domain/text/limits.ts";
import { showPalette, usePaletteOpen } from "../../state/search/palette.ts";
import { chordsOf } from "../../ui/keys/chords.ts";
import { actionsIn } from "../../ui/keys/screenActions.ts";
import { partOf } from "../../ui/page/LoadedPart.tsx";
import { useOpenDialog } from "../../ui/page/useOpenDialog.ts";
import type { PaletteScreen } from "./paletteGroups.ts";
import styles from "./Palette.module.css";

/** The key that opens it on every screen. */
const PALETTE_KEY = "Mod+K";

const PaletteList = partOf(() => import("./PaletteList.tsx").then((module) => module.PaletteList), {
  waiting: <div id="palette-list" role="listbox" aria-label="Found" />,
});

interface Props {
  readonly screens: readonly PaletteScreen[];
}

/** The command palette, and the key that opens it. */
export function Palette({ screens }: Props) {
  const isWanted = usePaletteOpen();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Most keys end here.
      if (!event.ctrlKey && !event.metaKey) return;
      if (event.defaultPrevented || event.isComposing || !chordsOf(event).includes(PALETTE_KEY)) return;
      event.preventDefault();
      // Another dialog is to be answered first.
      if (!event.repeat && !document.querySelector("dialog[open]")) showPalette(true);
    };
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("keydown", onKey);
      showPalette(false);
    };
  }, []);
  if (!isWanted) return null;
  return actionsIn(window) === null ? <Refused /> : <PaletteDialog screens={screens} />;
}

/** Of a shared screen nothing else may show. */
function Refused() {
  useEffect(() => showPalette(false), []);
  return null;
}

/** Takes letters from the moment it is open: what is found for them may still have to be read. */
function PaletteDialog({ screens }: Props) {
  const dialog = useOpenDialog();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [activeId, setActiveId] = useState<string>();
  const close = () => {
    // Gives the focus back to where it was: what is done next may be done there.
    dialog.current?.close();
    showPalette(false);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Command palette"
      onClose={() => showPalette(false)}
      // Beside it too, in browsers that know of it.
      {...{ closedby: "any" }}
    >
      <div className={styles.inside}>
        <input
          ref={field}
          type="text"
          role="combobox"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST_NAME}
          className={styles.field}
          aria-label="Find a screen, a person, a guide, an action or a note"
          placeholder="Screens, people, guides, actions, notes"
          aria-autocomplete="list"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={activeId}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <PaletteList text={text} screens={screens} field={field} onActive={setActiveId} onClose={close} />
      </div>
    </dialog>
  );
}
