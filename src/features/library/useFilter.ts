import { addDays } from "date-fns";
import { useState } from "react";
import { sessionStatuses, type SessionStatus } from "../../domain/session/session.ts";
import {
  newestFirst,
  sessionOrders,
  type SessionFilter,
  type SessionOrder,
} from "../../state/session/library.ts";
import { useInAddress } from "../../ui/page/shownAddress.ts";

/** What the filter is set by; days as a date field gives them: "2026-11-24", empty for no bound. */
export interface FilterFields {
  readonly from: string;
  readonly until: string;
  readonly setStatus: (status: SessionStatus | null) => void;
  readonly setText: (text: string) => void;
  readonly setFrom: (day: string) => void;
  readonly setUntil: (day: string) => void;
}

interface Filter extends FilterFields {
  readonly filter: SessionFilter;
  /** Whether it leaves anything out. */
  readonly isFiltered: boolean;
}

/** Which interviews are listed: all but the words, which may name a candidate, stands in the address. */
export function useFilter(): Filter {
  const [text, setText] = useState("");
  const [asked, setStatus] = useInAddress("status", "");
  const [from, setFrom] = useInAddress("from", "");
  const [until, setUntil] = useInAddress("to", "");
  const status = sessionStatuses.find((one) => one === asked) ?? null;
  return {
    filter: { status, text, from: startOfDay(from), until: startOfDay(until, 1) },
    isFiltered: status !== null || text !== "" || from !== "" || until !== "",
    from,
    until,
    setStatus: (next) => setStatus(next ?? ""),
    setText,
    setFrom,
    setUntil,
  };
}

/** @returns epoch ms of that many days later; null where it is no day, as an address may have it */
function startOfDay(day: string, later = 0): number | null {
  const at = addDays(new Date(`${day}T00:00`), later).getTime();
  return Number.isNaN(at) ? null : at;
}

/** @returns how an order stands in the address: "candidate" or, from the last to the first, "-candidate" */
export function orderToText({ by, isDescending } = newestFirst): string {
  return isDescending ? `-${by}` : by;
}

/** @returns the order that stands in the address; the usual one where it is none */
export function textToOrder(text: string): SessionOrder {
  const by = sessionOrders.find((one) => text === one || text === `-${one}`);
  return by ? { by, isDescending: text.startsWith("-") } : newestFirst;
}
