import { quantityToText } from "./quantity.ts";

/** @returns a number of months as people say it: "6 months", "1 year", "18 months" */
export function monthsToText(months: number): string {
  return months % 12 === 0 ? quantityToText(months / 12, "year") : quantityToText(months, "month");
}
