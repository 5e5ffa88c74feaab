import type { FieldName, PartDifference, PartKind } from "../../domain/guideDifference.ts";
import type { TextRun } from "../../domain/textDifference.ts";
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
  sign: "Sign to notice",
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
  // The text of a small part says all that there is of it.
  const text = fields.find(({ field }) => field === "text");
  const isText = text !== undefined && fields.length === 1 && ["area", "followUp", "sign"].includes(kind);
  const isMovedOnly = isMoved && fields.length === 0 && parts.length === 0;
  return (
    <div className={styles.part} data-change={change}>
      <p className={styles.name}>
        <span className={styles.badge}>
          {isMovedOnly ? "Moved" : changeWords[change]}
          {isMoved && !isMovedOnly && " and moved"}
        </span>
        <span className="soft">{partWords[kind]}</span>
        {isText ? (
          <Runs runs={text.runs} />
        ) : (
          kind !== "guide" && <b dir="auto">{kind === "anchor" ? `for ${name}` : name}</b>
        )}
        {isMoved && (
          <span className="small soft">
            from place {from} to {to}
          </span>
        )}
      </p>
      {!isText && fields.length > 0 && (
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
      )}
      {parts.length > 0 && (
        <ul className={styles.parts}>
          {parts.map((inner) => (
            <li key={keyOf(inner)}>
              <Part part={inner} />
            </li>
          ))}
        </ul>
      )}
    </div>
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
