/** The seed that TEST_SEED names, 0 to 2^31 - 1, for all that is drawn by chance; null for the fixed ones. */
export const drawnSeed = process.env["TEST_SEED"] === undefined ? null : Number(process.env["TEST_SEED"]);

/** @returns the whole number of rounds where TEST_AMOUNT is "all", as in `npm run test:faults`, else the few of `npm test` */
export function amountOf(all: number, few: number): number {
  return process.env["TEST_AMOUNT"] === "all" ? all : few;
}
