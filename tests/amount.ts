/** The seed that TEST_SEED names, 0 to 2^31 - 1, for all that is drawn by chance; null for the fixed ones. */
export const drawnSeed = process.env["TEST_SEED"] === undefined ? null : Number(process.env["TEST_SEED"]);

/**
 * @returns how many rounds of what is killed, drawn or waited for: the whole number where TEST_AMOUNT is "all", as in
 * `npm run test:faults`; a third where it is "third", as in `.ci/run`, which runs them with all else; the few of `npm test`
 */
export function amountOf(all: number, few: number): number {
  switch (process.env["TEST_AMOUNT"]) {
    case "all":
      return all;
    case "third":
      return Math.max(few, Math.ceil(all / 3));
    default:
      return few;
  }
}
