import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { figureOf, isWithinLimit, type Row } from "./figures.ts";

/** Prints the table, and writes the same as JSON. */
class TableReporter implements Reporter {
  readonly #outputFile: string;
  readonly #rows: Row[] = [];

  constructor({ outputFile }: { readonly outputFile: string }) {
    this.#outputFile = outputFile;
  }

  onTestEnd(_test: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments) {
      if (name === "row" && body) this.#rows.push(JSON.parse(body.toString()) as Row);
    }
  }

  onEnd(): void {
    if (this.#rows.length === 0) return;
    const head = ["", "measured", "floor", "ratio", "limit", "samples", ""];
    const lines = [head, ...this.#rows.map(rowToCells)];
    const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
    const table = lines.map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    );
    process.stdout.write(`\n${table.join("\n")}\n`);
    mkdirSync(dirname(this.#outputFile), { recursive: true });
    const rows = this.#rows.map((row) => ({ ...row, figure: figureOf(row), passed: isWithinLimit(row) }));
    writeFileSync(this.#outputFile, `${JSON.stringify({ rows }, null, 2)}\n`);
  }
}

function rowToCells(row: Row): readonly string[] {
  const { name, unit, measured, floor, limit, samples } = row;
  const digits = measured < 10 ? 3 : 1;
  return [
    name,
    `${measured.toFixed(digits)} ${unit}`,
    floor === null ? "" : `${floor.toFixed(digits)} ${unit}`,
    floor === null ? "" : figureOf(row).toFixed(2),
    floor === null ? `${limit} ${unit}` : limit.toFixed(2),
    String(samples),
    isWithinLimit(row) ? "pass" : "FAIL",
  ];
}

// oxlint-disable-next-line import/no-default-export -- Playwright asks for it.
export default TableReporter;
