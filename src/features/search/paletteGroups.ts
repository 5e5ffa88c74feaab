import { levelWords } from "../../domain/guides/guide.ts";
import type { Excerpt } from "../../domain/search/noteSearch.ts";
import { interviewedAt, statusWords } from "../../domain/session/session.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { beginsWords, textToTokens } from "../../domain/text/tokens.ts";
import { isolated } from "../../domain/text/isolated.ts";
import type { NoteHit } from "../../state/search/noteSearch.ts";
import type { NamedThings } from "../../state/search/namedThings.ts";
import type { Chord } from "../../ui/keys/chords.ts";
import type { ScreenAction } from "../../ui/keys/screenActions.ts";
import {
  candidateAddress,
  guideAddress,
  noteAddress,
  panelAddress,
  sessionAddress,
} from "../../ui/page/addresses.ts";
import { timeToText } from "../../ui/words/dates.ts";

/** A screen that one can go to from anywhere. */
export interface PaletteScreen {
  readonly address: string;
  readonly words: string;
}

/** Something that the palette does: it goes to an address, or does what a key or a button of the screen does. */
export type PaletteEntry = {
  /** Unlike that of every other entry, and without a space: an option is referred to by it. */
  readonly id: string;
  readonly words: string;
  /** What tells it from others of the same words. */
  readonly detail?: string;
  readonly keys?: readonly Chord[];
  /** A piece of a note, with what was found in it. */
  readonly excerpt?: Excerpt;
} & ({ readonly address: string } | { readonly address?: never; readonly act: () => void });

export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

interface Offered {
  readonly text: string;
  /** Of the screen that the palette lies over. */
  readonly actions: readonly ScreenAction[];
  readonly screens: readonly PaletteScreen[];
  readonly named: NamedThings;
  readonly notes: readonly NoteHit[];
  /** Epoch ms. */
  readonly now: number;
}

/** @returns what fits the letters, in groups; without a letter the actions of the screen, and the screens. Empty groups are left out. */
export function paletteGroups({
  text,
  actions,
  screens,
  named,
  notes,
  now,
}: Offered): readonly PaletteGroup[] {
  const words = textToTokens(text);
  const fits = (entry: { readonly words: string }) => beginsWords(entry.words, words);
  const groups: readonly PaletteGroup[] = [
    { title: "On this screen", entries: actions.filter(fits) },
    {
      title: "Go to",
      entries: screens.filter(fits).map((screen) => ({ ...screen, ...goTo(screen.address) })),
    },
    {
      title: "Interviews",
      entries: named.sessions.map((session) => ({
        words: named.shown(session.candidate),
        detail: `${isolated(session.role)} · ${statusWords[session.status]} · ${timeToText(interviewedAt(session), now)}`,
        ...goTo(sessionAddress(session.id)),
      })),
    },
    {
      title: "Candidates",
      entries: named.candidates.map(({ name, partId }) => ({
        words: name,
        ...goTo(candidateAddress(partId)),
      })),
    },
    {
      title: "Guides",
      entries: named.guides.map(({ id, title, role, questionCount }) => ({
        words: title,
        detail: `${isolated(role)} · ${quantityToText(questionCount, "question")}`,
        ...goTo(guideAddress(id)),
      })),
    },
    {
      title: "Panels",
      entries: named.panels.map(({ id, candidate, role, level }) => ({
        words: named.shown(candidate),
        detail: `${isolated(role)}, ${levelWords[level]}`,
        ...goTo(panelAddress(id)),
      })),
    },
    {
      title: "Your notes",
      entries: notes.map(({ session, question, area, excerpt, questionId, areaId }, at) => ({
        words: named.shown(session.candidate),
        detail: [isolated(question) || "Summary", isolated(area), timeToText(interviewedAt(session), now)]
          .filter((part) => part !== "")
          .join(" · "),
        excerpt,
        ...goTo(noteAddress(session.id, questionId, areaId)),
        // Several notes may stand in one place.
        id: `note-${at}`,
      })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

/** @returns what an entry that goes to the address has of it: no two lead to one */
function goTo(address: string): { readonly id: string; readonly address: string } {
  return { id: address, address };
}
