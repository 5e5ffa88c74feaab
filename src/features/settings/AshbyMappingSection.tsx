import { useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { LONGEST_NAME } from "../../domain/text/limits.ts";
import {
  ashbyMappingProblems,
  defaultAshbyMapping,
  type AshbyMapping,
} from "../../interchange/tracking/ashbyFile.ts";
import { useApp } from "../../state/app/appContext.ts";
import { keepAshbyMapping } from "../../state/exports/exports.ts";
import styles from "./AshbyMappingSection.module.css";

interface OwnPath {
  readonly id: string;
  readonly area: string;
  readonly path: string;
}

const partWords = {
  recommendationPath: "Recommendation",
  summaryPath: "Why this recommendation",
  notesPath: "Timed notes",
  areaPath: "Every other area; {area} stands for its id",
} as const satisfies Partial<Record<keyof AshbyMapping, string>>;

const parts = ["recommendationPath", "summaryPath", "notesPath", "areaPath"] as const;

/**
 * Which field of Ashby's feedback form takes what: the paths differ by customer.
 *
 * @param kept what the fields begin with; from then on they hold what was typed, whatever another tab keeps
 */
export function AshbyMappingSection({ kept }: { readonly kept: AshbyMapping }) {
  const app = useApp();
  const [paths, setPaths] = useState(kept);
  const toOwn = ({ areas }: AshbyMapping) => areas.map((one) => ({ ...one, id: app.newId() }));
  const [own, setOwn] = useState<readonly OwnPath[]>(() => toOwn(kept));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isSaved, setSaved] = useState(false);

  /** Keeps a mapping, and shows it as it is kept. */
  const keep = (mapping: AshbyMapping | null) => {
    setPaths(mapping ?? defaultAshbyMapping);
    setOwn(toOwn(mapping ?? defaultAshbyMapping));
    keepAshbyMapping(app, mapping).then(
      () => setSaved(true),
      (error: unknown) => setProblems([`The paths could not be saved: ${errorToText(error)}`]),
    );
  };

  const save = () => {
    const mapping: AshbyMapping = {
      recommendationPath: paths.recommendationPath.trim(),
      summaryPath: paths.summaryPath.trim(),
      notesPath: paths.notesPath.trim(),
      areaPath: paths.areaPath.trim(),
      areas: own
        .map(({ area, path }) => ({ area: area.trim(), path: path.trim() }))
        .filter(({ area }) => area !== ""),
    };
    const found = ashbyMappingProblems(mapping);
    setProblems(found);
    setSaved(false);
    if (found.length === 0) keep(mapping);
  };

  const changeOwn = (id: string, change: Partial<OwnPath>) =>
    setOwn(own.map((one) => (one.id === id ? { ...one, ...change } : one)));

  return (
    <section aria-labelledby="ashby" className={styles.section}>
      <h2 id="ashby">Ashby field mapping</h2>
      <p className="soft">
        Each Ashby feedback form has its own paths. Enter yours here, and the export for Ashby uses them.
        Anything without a path is not exported.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onChange={() => setSaved(false)}
        className={styles.section}
      >
        <fieldset className={styles.paths}>
          <legend className="heard">Paths</legend>
          {parts.map((part) => (
            <label key={part}>
              <span className="small soft">{partWords[part]}</span>
              <input
                maxLength={LONGEST_NAME}
                value={paths[part]}
                onChange={(event) => setPaths({ ...paths, [part]: event.target.value })}
              />
            </label>
          ))}
        </fieldset>
        <fieldset className={styles.section}>
          <legend className="heading">Areas with their own path</legend>
          {own.map((one, at) => (
            <div key={one.id} className={styles.own}>
              <label>
                <span className="small soft">Area {at + 1} name</span>
                <input
                  dir="auto"
                  maxLength={LONGEST_NAME}
                  value={one.area}
                  onChange={(event) => changeOwn(one.id, { area: event.target.value })}
                />
              </label>
              <label>
                <span className="small soft">Path of area {at + 1}</span>
                <input
                  maxLength={LONGEST_NAME}
                  value={one.path}
                  onChange={(event) => changeOwn(one.id, { path: event.target.value })}
                />
              </label>
              <button
                type="button"
                className="plain danger"
                onClick={() => setOwn(own.filter(({ id }) => id !== one.id))}
              >
                Remove<span className="heard"> area {at + 1}</span>
              </button>
            </div>
          ))}
          <div>
            <button type="button" onClick={() => setOwn([...own, { id: app.newId(), area: "", path: "" }])}>
              + Add an area
            </button>
          </div>
        </fieldset>
        {problems.length > 0 && (
          <ul className="notice error" role="alert">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        <div className="row">
          <button type="submit">Save paths</button>
          <button
            type="button"
            onClick={() => {
              setProblems([]);
              keep(null);
            }}
          >
            Restore default paths
          </button>
          <span role="status" className="small soft">
            {isSaved ? "Saved." : ""}
          </span>
        </div>
      </form>
    </section>
  );
}
