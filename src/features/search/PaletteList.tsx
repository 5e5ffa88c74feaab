import { useDeferredValue, useEffect, useEffectEvent, useState, type RefObject } from "react";
import { useLocation } from "wouter";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useNamedThings } from "../../state/search/namedThings.ts";
import { useFoundNotes } from "../../state/search/noteSearch.ts";
import { KeyNames } from "../../ui/keys/KeyNames.tsx";
import { actionsIn } from "../../ui/keys/screenActions.ts";
import { headActions } from "./headActions.ts";
import { paletteGroups, type PaletteEntry, type PaletteScreen } from "./paletteGroups.ts";
import styles from "./Palette.module.css";

interface Props {
  readonly text: string;
  readonly screens: readonly PaletteScreen[];
  /** Has the focus as long as the palette is open; its arrows and Enter act on the list. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** @param id of the option that Enter would take */
  readonly onActive: (id: string | undefined) => void;
  readonly onClose: () => void;
}

/** What is found for the letters, in groups; one of all is active. */
export function PaletteList({ text, screens, field, onActive, onClose }: Props) {
  const { clock } = useApp();
  const [, navigate] = useLocation();
  const wanted = useDeferredValue(text);
  const named = useNamedThings(wanted);
  const [actions] = useState(() => [...(actionsIn(window) ?? []), ...headActions(document)]);
  const notes = useFoundNotes(wanted);
  const groups = paletteGroups({ text: wanted, actions, screens, named, notes, now: clock.now() });
  const entries = groups.flatMap((group) => group.entries);
  /** The one that was gone to by arrows, for these letters. */
  const [chosen, choose] = useState<{ readonly text: string; readonly id: string } | null>(null);
  const at = chosen?.text === wanted ? entries.findIndex(({ id }) => id === chosen.id) : -1;
  // Without a letter, Enter takes nothing that was not gone to.
  const active = entries[at === -1 && wanted.trim() !== "" ? 0 : at];
  const activeId = active && `palette-${active.id}`;

  useEffect(() => onActive(activeId), [activeId, onActive]);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const take = (entry: PaletteEntry) => {
    onClose();
    if (entry.address === undefined) entry.act();
    else navigate(entry.address);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const from = active ? entries.indexOf(active) : -1;
      const next = event.key === "ArrowDown" ? from + 1 : from < 0 ? entries.length - 1 : from - 1;
      const entry = entries.at(next % entries.length);
      if (entry) choose({ text: wanted, id: entry.id });
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (active) take(active);
    }
  });
  useEffect(() => {
    const element = field.current;
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, [field]);
  const onGone = useEffectEvent(onClose);
  useEffect(() => {
    const leave = () => onGone();
    // Before the screen that comes is drawn: behind an open dialog its heading would not get the focus.
    addEventListener("hashchange", leave, true);
    return () => removeEventListener("hashchange", leave, true);
  }, []);

  return (
    <>
      <p role="status" className="heard">
        {wanted.trim() === "" ? "" : `${quantityToText(entries.length, "result")}.`}
      </p>
      <div id="palette-list" role="listbox" aria-label="Found" className={styles.list}>
        {groups.map(({ title, entries: own }) => (
          <div key={title} role="group" aria-label={title} className={styles.group}>
            <p className="heading" aria-hidden="true">
              {title}
            </p>
            {own.map((entry) => (
              <Option key={entry.id} entry={entry} isActive={entry === active} onTake={() => take(entry)} />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={`soft ${styles.nothing}`}>
          Nothing found among screens, people, guides, actions and notes. Try fewer letters.
        </p>
      )}
    </>
  );
}

interface OptionProps {
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onTake: () => void;
}

function Option({ entry, isActive, onTake }: OptionProps) {
  const { id, words, detail, keys, excerpt } = entry;
  return (
    // Its keys are those of the field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`palette-${id}`}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span dir="auto" className={styles.words}>
        {words}
      </span>
      {detail !== undefined && <span className={`small soft ${styles.detail}`}>{detail}</span>}
      {keys !== undefined && keys.length > 0 && (
        <span className={styles.keys}>
          <KeyNames keys={keys} />
        </span>
      )}
      {excerpt && (
        <span dir="auto" className={`small ${styles.excerpt}`}>
          {excerpt.before}
          <mark>{excerpt.found}</mark>
          {excerpt.after}
        </span>
      )}
    </div>
  );
}
