import { withPlainDigits } from "../words/plainText.ts";

/** @returns the minutes that a text names, such as "45 minutes" or "1 hour", or undefined */
export function minutesOf(text: string): number | undefined {
  const match =
    /(\d{1,3})(?:\s*(?:-|–|—|to|à|bis)\s*(\d{1,3}))?\s*(?:-\s*)?(minutes?|mins?\b\.?|min\b\.?|minuten|minutos|minuti|m\b|['′]|分钟|分鐘|分|דקות|דקה|דק'|دقيقة|دقائق|минут|hours?|hrs?|h\b|heures?|stunden?|horas?|小时|小時|שעות|שעה)/iu.exec(
      withPlainDigits(text),
    );
  if (match === null) return /\b(?:an|one) hour\b/i.test(text) ? 60 : undefined;
  const [, from = "", to, word = ""] = match;
  const value = Number(to ?? from);
  const isHours = /^(?:h|stunde|小|שע)/iu.test(word);
  const minutes = isHours ? value * 60 : value;
  return minutes >= 1 && minutes <= 1440 ? minutes : undefined;
}

const bracketedMinutes =
  /\s*[([（]\s*(?:(?:time|duration|durée|dauer|zeit|tiempo|时间|זמן)\s*[:：]?\s*)?(?:about |approx\.? |~|ca\. |约)?(\d{1,3}(?:\s*[-–—]\s*\d{1,3})?\s*-?\s*(?:minutes?|mins?|min\.|minuten|minutos|minuti|m|['′]|分钟|分鐘|分|דקות|דק'|دقيقة|دقائق|минут))\s*[)\]）]\s*$/iu;

/** @returns the minutes in brackets at the end of a text, or undefined */
export function minutesIn(text: string): number | undefined {
  const found = bracketedMinutes.exec(withPlainDigits(text.slice(-80)))?.[1];
  return found === undefined ? undefined : minutesOf(found);
}

/** @returns a text without minutes in brackets at its end */
export function withoutMinutes(text: string): string {
  const tail = text.slice(-80);
  const found = bracketedMinutes.exec(withPlainDigits(tail));
  return found === null ? text : text.slice(0, text.length - (tail.length - found.index)).trim();
}
