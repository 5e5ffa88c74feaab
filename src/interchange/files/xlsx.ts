import { createZip } from "./zip.ts";

/** One sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, none of them `[]:*?/\`. */
  readonly name: string;
  /** A cell without a text is left empty. */
  readonly rows: readonly (readonly string[])[];
}

/** So many UTF-16 units fit in a cell; a spreadsheet program calls a file with more damaged. */
export const LONGEST_CELL = 32_767;

/**
 * Writes a workbook of texts (ECMA-376, the transitional form). Every cell is a text and no formula, whatever it begins
 * with. What no XML can hold becomes U+FFFD, and a text that is too long for a cell ends with "…".
 *
 * @param at when it was written, epoch ms
 * @returns the bytes of the file, in parts
 */
export function encodeXlsx(sheets: readonly Sheet[], at: number): readonly Uint8Array<ArrayBuffer>[] {
  const zip = createZip(at);
  const numbers = sheets.map((_, place) => place + 1);
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const parts: readonly (readonly [path: string, content: string])[] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${CONTENT}.worksheet+xml"/>`).join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${sheets.map(({ name }, place) => `<sheet name="${escapeXml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((number) => relation(number, "worksheet", `worksheets/sheet${number}.xml`)).join("")}</Relationships>`,
    ],
    ...sheets.map(
      ({ rows }, place) =>
        [
          `xl/worksheets/sheet${place + 1}.xml`,
          `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowToXml).join("")}</sheetData></worksheet>`,
        ] as const,
    ),
  ];
  return [
    ...parts.flatMap(([path, content]) =>
      zip.add(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`),
    ),
    ...zip.finish(),
  ];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function rowToXml(cells: readonly string[], place: number): string {
  const row = place + 1;
  const inside = cells.map((text, column) =>
    text === ""
      ? ""
      : `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitting(text))}</t></is></c>`,
  );
  return `<row r="${row}">${inside.join("")}</row>`;
}

function fitting(text: string): string {
  return text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`;
}

/** @param column from 0 on @returns "A", "Z", "AA" */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A lone CR would come back as a line end. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll(/[&<>"]/gu, (sign) => escapes[sign] ?? sign)
    .replaceAll("\r", "&#13;");
}
