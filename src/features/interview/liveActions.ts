import { flushSync } from "react-dom";
import {
  areaAnswer,
  coverArea,
  isAsked,
  isFollowUpAsked,
  markFollowUp,
  nextAfter,
  nextFollowUp,
  nextReason,
  rateArea,
  unratedAreas,
  type Answer,
  type Rating,
} from "../../domain/session/answer.ts";
import { adviceFor, type Area, type FollowUp, type Question } from "../../domain/guides/guide.ts";
import {
  agendaOf,
  clockOf,
  isSameItem,
  nextItem,
  pauseItem,
  questionItem,
  runningItem,
  showQuestion,
  startItem,
  type AgendaItem,
  type SegmentId,
} from "../../domain/session/agenda.ts";
import { finishSession, keepGap, openGapOf, takeOffGap } from "../../domain/session/call.ts";
import { segmentWords } from "../../domain/session/segment.ts";
import {
  followUpsOf,
  questionById,
  questionsOf,
  type WholeSession,
} from "../../domain/session/wholeSession.ts";
import { isRunning, msToClock } from "../../domain/session/timer.ts";
import type { AnswerChange } from "../../domain/session/undo.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { isolated } from "../../domain/text/isolated.ts";
import {
  currentAreaOf,
  type LiveSheet,
  type LiveView,
  type LiveViewState,
} from "../../state/session/liveView.ts";
import type { RunningSession } from "../../state/session/runningSession.ts";
import { focusAfter } from "../../ui/page/focusAfter.ts";
import { bringInto } from "./bringInto.ts";
import type { ScreenLink } from "./screenLink.ts";
import { addedToWords, changeToWords, ratingToWords } from "../../state/session/changeWords.ts";

/** The end of the list of follow-ups fades. */
const FADED_PX = 16;

/** What the actions need of the screen that they were called for: there may be two, in two windows. */
export interface ScreenParts {
  readonly running: RunningSession;
  readonly view: LiveView;
  /** @returns the wall clock, epoch ms */
  readonly now: () => number;
  readonly link: ScreenLink;
  readonly openKeys: () => void;
  readonly openAdding: () => void;
}

/** Everything that can be done on the live screen; keys, clicks and taps all come here. */
export type LiveActions = ReturnType<typeof createLiveActions>;

/** @returns the question on the screen and its area in focus, or null where there is none */
function shownPlace(
  whole: WholeSession,
  view: Pick<LiveViewState, "currentAreaIds">,
): { readonly question: Question; readonly area: Area | undefined } | null {
  const question = questionById(whole, whole.session.currentQuestionId);
  if (!question) return null;
  return { question, area: currentAreaOf(question, view) };
}

/** @returns the question's follow-ups in the order of the list; those about a rehearsed answer while they are open */
export function followUpsInOrder(
  asked: Pick<WholeSession, "session" | "guide">,
  question: Question,
  isRehearsedOpen: boolean,
): readonly FollowUp[] {
  const own = followUpsOf(asked, question);
  const rehearsed = isRehearsedOpen ? (adviceFor(asked.guide, "rehearsedAnswer")?.followUps ?? []) : [];
  return own.toSpliced(question.followUps.length, 0, ...rehearsed);
}

export const noFollowUps = "No follow-ups prepared.";

/** @returns the item's name on the screen */
export function itemToTitle(asked: Pick<WholeSession, "session" | "guide">, item: AgendaItem): string {
  return item.kind === "segment" ? segmentWords[item.id] : (questionById(asked, item.id)?.title ?? "");
}

/** What keys open of what a small window puts away. */
const sheetParts = { followUps: "[data-follow-ups]", notes: "[data-quick-note]" } as const;

export function createLiveActions(parts: ScreenParts) {
  const { running, view, link } = parts;
  const whole = () => running.store.getState().whole;
  const shown = () => shownPlace(whole(), view.getState());
  const isShared = () => running.store.getState().isShared;
  const say = (said: string) => view.setState(({ saidCount }) => ({ said, saidCount: saidCount + 1 }));
  const find = (selector: string) => link.now().element?.querySelector<HTMLElement>(selector) ?? null;

  const setCurrent = (areaId: string) => {
    const { currentAreaIds } = view.getState();
    const questionId = whole().session.currentQuestionId;
    if (questionId === null || currentAreaIds[questionId] === areaId) return;
    view.setState({ currentAreaIds: { ...currentAreaIds, [questionId]: areaId } });
  };

  const focusArea = (areaId: string, isScrolled = true) => {
    setCurrent(areaId);
    const row = find(`[data-area="${CSS.escape(areaId)}"]`);
    row?.querySelector<HTMLElement>("input[type=checkbox]")?.focus({ preventScroll: true });
    if (isScrolled) row?.scrollIntoView({ block: "nearest" });
  };

  /** Where no area has had the focus here, the first that is open gets it: a key on a rated one would rate it anew. */
  const focusCurrent = (isScrolled = true) => {
    const place = shown();
    if (!place?.area) return;
    const { question, area } = place;
    const isKnown = view.getState().currentAreaIds[question.id] !== undefined;
    const open = isKnown ? undefined : unratedAreas(question, answerOf(question))[0];
    focusArea((open ?? area).id, isScrolled);
  };

  /** Says it of an item, and on a shared screen without the name that it has in the guide. */
  const sayOf = (item: AgendaItem, words: string) =>
    say(
      isShared() && item.kind === "question"
        ? capitalised(words)
        : `${isolated(itemToTitle(whole(), item))}: ${words}`,
    );

  /** Applies a change to the area in focus. */
  const changeArea = (change: (answer: Answer, area: Area) => Answer) => {
    const place = shown();
    const { area } = place ?? {};
    if (place && area) running.changeAnswer(place.question.id, (answer) => change(answer, area));
  };

  const answerOf = (question: Question) => whole().answers[question.id];

  const rate = (question: Question, area: Area, rating: Rating | null) => {
    running.changeAnswer(question.id, (answer) => rateArea(answer, area.id, rating));
    say(`${isolated(area.text)}: ${ratingToWords(whole(), rating)}`);
  };

  const goOnFrom = ({ id, areas }: Question, area: Area, rating: Rating | null) => {
    if (!link.now().nextAfterRating) return;
    const isOpen = (one: Area) => areaAnswer(whole().answers[id], one.id).rating === null;
    const next = nextAfter(areas, areas.indexOf(area), rating, isOpen);
    if (next) focusArea(next.id);
  };

  const markAsked = (question: Question, followUp: FollowUp, isAskedNow: boolean) => {
    running.changeAnswer(question.id, (answer, now) => markFollowUp(answer, followUp.id, isAskedNow, now));
    say(`${isAskedNow ? "Asked" : "Not asked"}: ${isolated(followUp.text)}`);
  };

  const offeredFollowUps = (question: Question) =>
    followUpsInOrder(whole(), question, view.getState().isRehearsedOpen);

  /** @returns whether it is drawn: a small window puts it away until its sheet is opened */
  const isSeen = (sheet: keyof typeof sheetParts) =>
    (find(sheetParts[sheet])?.getClientRects().length ?? 0) > 0;

  /** Opens a sheet where it is put away: elsewhere it would be found open once the window is smaller. */
  const openSheet = (sheet: keyof typeof sheetParts) => {
    if (!isSeen(sheet)) view.setState({ sheet });
  };

  /** Opens the follow-ups. @returns whether there is one to choose */
  const chooseFollowUp = (): boolean => {
    const question = shown()?.question;
    const isChoosingFollowUp = question !== undefined && offeredFollowUps(question).length > 0;
    view.setState({ isChoosingFollowUp });
    openSheet("followUps");
    return isChoosingFollowUp;
  };

  const toggleFollowUpAt = (index: number) => {
    const question = shown()?.question;
    const followUp = question && offeredFollowUps(question)[index];
    if (!followUp) return say(`There is no follow-up ${index + 1}.`);
    return markAsked(
      question,
      followUp,
      !isFollowUpAsked(answerOf(question)?.followUpsAsked ?? [], followUp.id),
    );
  };

  /** By a key: a list that moves under the pointer would have it on something else. */
  const showInFollowUps = (change: () => void, selector: string) => {
    flushSync(change);
    const list = find(sheetParts.followUps);
    const shownPart = list?.querySelector(selector);
    if (list && shownPart) bringInto(list, shownPart, FADED_PX);
  };

  const writeQuickNote = () =>
    focusAfter(
      () => openSheet("notes"),
      () => find(sheetParts.notes),
    );

  /** Notes what a question that went from the screen is left with. While its clock runs it is not left: one looks elsewhere. */
  const leave = (question: Question | undefined): string => {
    const isLooking = question && isRunning(clockOf(whole(), questionItem(question.id)).timer);
    const isLeft = question && !isLooking && isAsked(answerOf(question), parts.now());
    const left = isLeft ? unratedAreas(question, answerOf(question)) : [];
    view.setState(({ leftId }) => {
      const before = leftId === question?.id ? null : leftId;
      return {
        leftId: isLeft && left.length > 0 ? question.id : before,
        sheet: null,
        isChoosingFollowUp: false,
      };
    });
    return left.length === 0 || isShared()
      ? ""
      : ` ${quantityToText(left.length, "area")} not rated on the previous question.`;
  };

  const show = (id: string) => {
    const target = questionById(whole(), id);
    if (!target || id === whole().session.currentQuestionId) return;
    const from = shown()?.question;
    running.change((before, now) => showQuestion(before, id, now));
    const left = leave(from);
    const at = whole().session.questionIds.indexOf(id);
    const title = isShared() ? "" : `: ${isolated(target.title)}`;
    say(`Question ${at + 1} of ${questionsOf(whole()).length}${title}.${left}`);
  };

  const start = (item: AgendaItem) => {
    const from = shown()?.question;
    running.change((before, now) => startItem(before, item, now));
    const left = from && from.id !== whole().session.currentQuestionId ? leave(from) : "";
    sayOf(item, `clock started.${left}`);
  };

  const toggleItem = (item: AgendaItem) => {
    if (!isRunning(clockOf(whole(), item).timer)) return start(item);
    running.change((before, now) => pauseItem(before, item, now));
    return sayOf(item, "paused.");
  };

  /** Takes a step back or forth in what was done, goes to where it was done, and says what it was. */
  const step = (take: () => AnswerChange | null, done: string, nothing: string) => {
    const change = take();
    if (!change) return say(nothing);
    // What is added, or taken off again, is not shown for it.
    if (change.parts.every(({ kind }) => kind !== "question")) show(change.questionId);
    const area = change.parts.find((part) => part.kind === "area");
    if (area) focusArea(area.areaId);
    return say(`${done}: ${changeToWords(whole(), change)}`);
  };

  return {
    sayAdded: (title: string) => say(`Added “${isolated(title)}”. It comes next.`),
    setCurrent,
    focusArea,
    focusCurrent,

    moveArea: (by: 1 | -1) => {
      const place = shown();
      if (!place?.area) return;
      const target = place.question.areas[place.question.areas.indexOf(place.area) + by];
      focusArea(target?.id ?? place.area.id);
    },
    moveToEnd: (at: 0 | -1) => {
      const target = shown()?.question.areas.at(at);
      if (target) focusArea(target.id);
    },

    /** Rates the area in focus, and goes on. */
    ratePoint: (rating: Rating | null) => {
      const place = shown();
      if (!place?.area) return;
      rate(place.question, place.area, rating);
      goOnFrom(place.question, place.area, rating);
    },
    /** Rates an area where it stands; the focus stays on it. */
    rateArea: (questionId: string, area: Area, rating: Rating | null) => {
      const question = questionById(whole(), questionId);
      if (question) rate(question, area, rating);
    },
    notAssessed: () => {
      const place = shown();
      if (!place?.area) return;
      const { rating } = areaAnswer(answerOf(place.question), place.area.id);
      rate(place.question, place.area, nextReason(rating));
    },
    clearRating: () => {
      const place = shown();
      if (place?.area) rate(place.question, place.area, null);
    },
    toggleCovered: () =>
      changeArea((answer, { id }) => coverArea(answer, id, !areaAnswer(answer, id).covered)),

    /** Of the area in focus; where the question has none, of the question. */
    writeNote: () => {
      const note = find("[data-pane] textarea");
      if (note) note.focus();
      else writeQuickNote();
    },
    writeQuickNote,
    /** Opens the notes as the key does, with the cursor in the new one, or puts them away. */
    toggleNotes: () => {
      if (view.getState().sheet === "notes") view.setState({ sheet: null });
      else writeQuickNote();
    },

    askFollowUp: () => {
      const question = shown()?.question;
      if (!question) return;
      const offered = offeredFollowUps(question);
      const next = nextFollowUp(answerOf(question)?.followUpsAsked ?? [], offered);
      if (next) showInFollowUps(() => markAsked(question, next, true), "[data-next]");
      else say(offered.length > 0 ? "All follow-ups have been asked." : noFollowUps);
    },
    unaskFollowUp: () => {
      const question = shown()?.question;
      const last = question && answerOf(question)?.followUpsAsked.at(-1);
      const all = question && followUpsInOrder(whole(), question, true);
      const followUp = all?.find(({ id }) => id === last?.followUpId);
      if (question && followUp) showInFollowUps(() => markAsked(question, followUp, false), "[data-next]");
      else say("No follow-up has been asked yet.");
    },
    chooseFollowUp: () => say(chooseFollowUp() ? "Follow-up: press its digit." : noFollowUps),
    /** Shows them to choose from as the key does, or puts them away. Nothing is said of digits: a finger has none. */
    toggleFollowUps: () => {
      if (view.getState().sheet === "followUps") view.setState({ isChoosingFollowUp: false, sheet: null });
      else chooseFollowUp();
    },
    /** @returns whether the key was the digit of a follow-up that was to be chosen */
    takeDigit: (chord: string): boolean => {
      if (!view.getState().isChoosingFollowUp) return false;
      view.setState({ isChoosingFollowUp: false, sheet: null });
      const isDigit = /^\d$/u.test(chord);
      if (isDigit) toggleFollowUpAt(Number(chord) - 1);
      else say("");
      // Escape has done its work; another key is what it always is.
      return isDigit || chord === "Escape";
    },
    /** Whoever goes on by pointer does not mean the next digit for a follow-up. */
    endChoosing: () => {
      if (view.getState().isChoosingFollowUp) view.setState({ isChoosingFollowUp: false });
    },
    markFollowUp: markAsked,
    toggleRehearsed: () => {
      if (!adviceFor(whole().guide, "rehearsedAnswer"))
        return say("This guide has no advice on rehearsed answers.");
      // What is open in a list that is put away is not seen.
      const isRehearsedOpen = !(view.getState().isRehearsedOpen && isSeen("followUps"));
      return showInFollowUps(
        () => {
          view.setState({ isRehearsedOpen });
          if (isRehearsedOpen) openSheet("followUps");
        },
        isRehearsedOpen ? "details" : "[data-next]",
      );
    },
    openRehearsed: (isRehearsedOpen: boolean) => view.setState({ isRehearsedOpen }),

    toggleSheet: (sheet: LiveSheet) =>
      view.setState((state) => ({ sheet: state.sheet === sheet ? null : sheet, isChoosingFollowUp: false })),
    leave: () => {
      const { sheet, leftId, isRehearsedOpen } = view.getState();
      const element = link.now().element;
      const active = element?.ownerDocument.activeElement;
      if (active?.matches("textarea, select, input:not([type=checkbox], [type=radio])")) {
        view.setState({ sheet: null });
        focusCurrent();
      } else if (sheet) view.setState({ sheet: null });
      else if (isRehearsedOpen) view.setState({ isRehearsedOpen: false });
      else if (leftId !== null) view.setState({ leftId: null });
    },

    next: () => {
      const item = nextItem(whole());
      if (item) start(item);
      else say("Nothing left on the agenda.");
    },
    show,
    showAt: (index: number) => {
      const id = questionsOf(whole())[index]?.id;
      if (id === undefined) say(`There is no question ${index + 1}.`);
      else show(id);
    },
    lookBefore: () => {
      const questions = questionsOf(whole());
      const at = questions.findIndex(({ id }) => id === whole().session.currentQuestionId);
      const target = questions[at - 1];
      if (target) show(target.id);
      else say("This is the first question.");
    },
    backToRunning: () => {
      const item = runningItem(whole());
      if (item?.kind === "question") show(item.id);
    },
    toggleClock: () => {
      const id = whole().session.currentQuestionId;
      if (id !== null) toggleItem(questionItem(id));
    },
    toggleSegment: (id: SegmentId) => {
      const item = { kind: "segment", id } as const;
      if (agendaOf(whole()).some((one) => isSameItem(one, item))) toggleItem(item);
      else say(`${segmentWords[id]}: no time is planned for it.`);
    },
    addMinutes: (by: number) => {
      const item = runningItem(whole());
      const id = item?.id ?? whole().session.currentQuestionId;
      if (id === null || item?.kind === "segment") return say("Only a question’s time can be changed here.");
      if (by < 0 && (whole().answers[id]?.addedMinutes ?? 0) === 0)
        return say("This is the planned time; it can’t be made shorter.");
      running.changeAnswer(id, (answer) => ({
        ...answer,
        addedMinutes: Math.max(0, answer.addedMinutes + by),
      }));
      return sayOf(questionItem(id), addedToWords(whole().answers[id]?.addedMinutes ?? 0));
    },
    pauseRunning: () => {
      const item = runningItem(whole());
      if (item) toggleItem(item);
    },
    subtractGap: () => {
      const found = openGapOf(whole());
      if (!found || found.gap.gapMs < 0) return say("There is no time to subtract.");
      running.change((before, now) => takeOffGap(before, found.item, found.gap.at, now));
      return say(`${itemToTitle(whole(), found.item)}: ${msToClock(found.gap.gapMs)} subtracted.`);
    },
    keepGap: () => {
      const found = openGapOf(whole());
      if (found) running.change((before, now) => keepGap(before, found.item, found.gap.at, now));
    },
    rateLeft: () => {
      const { leftId } = view.getState();
      if (leftId !== null) show(leftId);
    },
    dropLeft: () => view.setState({ leftId: null }),
    finish: () => {
      running.change(finishSession);
      link.now().element?.ownerDocument.defaultView?.scrollTo(0, 0);
    },

    undo: () => step(running.undo, "Undone, now", "There is nothing to undo."),
    redo: () => step(running.redo, "Redone", "There is nothing to redo."),
    toggleShare: () => {
      view.setState({ sheet: null });
      // What was said before may be a rating.
      say("");
      running.share(!isShared());
    },
    toggleFloat: () => link.now().float?.(),
    openAdding: parts.openAdding,
    openKeys: parts.openKeys,
    goToLibrary: () => link.now().goToLibrary(),
    handOver: () => link.now().goToHandOver(),
  };
}
