import type { FieldName, PartDifference, PartKind } from "../../../domain/guides/guideDifference.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import type { TextRun } from "../../../domain/guides/textDifference.ts";
import styles from "./GuideChanges.module.css";

const partWords: Readonly<Record<PartKind, string>> = {
  guide: "The guide itself",
  point: "Point of the scale",
  competency: "Competency",
  question: "Question",
  area: "Area",
  followUp: "Follow-up",
  anchor: "Anchor",
  advice: "Advice",
  sign: "Sign",
  level: "Level",
};

const fieldWords: Readonly<Record<FieldName, string>> = {
  title: "Title",
  role: "Role",
  language: "Language",
  introduction: "Introduction",
  text: "Text",
  meaning: "Meaning",
  competency: "Competency",
  plannedMinutes: "Minutes",
  appliesTo: "Place",
  favours: "Favours",
};

const changeWords = { added: "Added", removed: "Removed", kept: "Changed" } as const;

/** The difference between two versions of a guide: in words, with marks and colours beside them. */
export function GuideChanges({ difference }: { readonly difference: PartDifference }) {
  const own = { ...difference, parts: [] };
  const parts = difference.fields.length > 0 ? [own, ...difference.parts] : difference.parts;
  return (
    <ul className={styles.changes}>
      {parts.map((part) => (
        <li key={keyOf(part)} className="card">
          <Part part={part} />
        </li>
      ))}
    </ul>
  );
}

function Part({ part }: { readonly part: PartDifference }) {
  const { kind, change, name, from, to, isMoved, fields, parts } = part;
  const text = textOf(part);
  const isMovedOnly = isMoved && fields.length === 0 && parts.length === 0;
  return (
    <div className={styles.part} data-change={change}>
      <p className={styles.name}>
        <span className={styles.badge}>
          {isMovedOnly ? "Moved" : changeWords[change]}
          {isMoved && !isMovedOnly && " and moved"}
        </span>
        <span className="soft">
          {partWords[kind]}
          {kind === "anchor" && ` for ${name}`}
        </span>
        {text ? <Runs runs={text} /> : kind !== "guide" && kind !== "anchor" && <b dir="auto">{name}</b>}
        {isMoved && (
          <span className="small soft">
            from place {from} to {to}
          </span>
        )}
      </p>
      {/* What came or went was called by its title already. */}
      {!text && <Fields fields={fields.filter(({ field }) => change === "kept" || field !== "title")} />}
      {parts.length > 0 &&
        (change === "kept" ? (
          <ul className={styles.parts}>
            {parts.map((inner) => (
              <li key={keyOf(inner)}>
                <Part part={inner} />
              </li>
            ))}
          </ul>
        ) : (
          <details className="small">
            <summary>With {countsOf(parts)}</summary>
            <Whole parts={parts} />
          </details>
        ))}
    </div>
  );
}

/** What came or went with a whole part: it needs no marks of its own. */
function Whole({ parts }: { readonly parts: readonly PartDifference[] }) {
  return (
    <ul className={styles.whole}>
      {parts.map((part) => (
        <li key={keyOf(part)}>
          <span className="soft">
            {partWords[part.kind]}
            {part.kind === "anchor" && ` for ${part.name}`}
          </span>{" "}
          {part.fields.map(({ field, runs }) => (
            <span key={field} dir="auto">
              {runs.map((run) => run.text)}{" "}
            </span>
          ))}
          {part.parts.length > 0 && <Whole parts={part.parts} />}
        </li>
      ))}
    </ul>
  );
}

function Fields({ fields }: { readonly fields: PartDifference["fields"] }) {
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, runs }) => (
        <div key={field} className={styles.field}>
          <dt className="small soft">{fieldWords[field]}</dt>
          <dd>
            <Runs runs={runs} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** @returns the text of a small part where it says all that there is of it */
function textOf({ kind, fields }: PartDifference): readonly TextRun[] | undefined {
  const [only, ...others] = fields;
  const isSmall = kind === "area" || kind === "followUp" || kind === "sign" || kind === "anchor";
  return isSmall && only && others.length === 0 ? only.runs : undefined;
}

/** @returns what a part is made of: "8 areas, 4 follow-ups" */
function countsOf(parts: readonly PartDifference[]): string {
  const counts = new Map<PartKind, number>();
  for (const { kind } of parts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Array.from(counts, ([kind, count]) => quantityToText(count, partWords[kind].toLowerCase())).join(
    ", ",
  );
}

/** Unique among the parts of one part: no two like ones share a place. */
function keyOf({ kind, from, to }: PartDifference): string {
  return `${kind} ${from} ${to}`;
}

function Runs({ runs }: { readonly runs: readonly TextRun[] }) {
  return (
    <span className={styles.runs} dir="auto">
      {runsWithEnds(runs).map(({ kind, text, end }) => {
        if (kind === "kept") return <span key={end}>{text}</span>;
        return kind === "added" ? (
          <ins key={end} className={styles.added}>
            <span className="heard">added: </span>
            {text}
          </ins>
        ) : (
          <del key={end} className={styles.removed}>
            <span className="heard">removed: </span>
            {text}
          </del>
        );
      })}
    </span>
  );
}

function runsWithEnds(runs: readonly TextRun[]): readonly (TextRun & { readonly end: number })[] {
  let end = 0;
  return runs.map((run) => {
    end += run.text.length;
    return { ...run, end };
  });
}
