import { useLiveQuery } from "dexie-react-hooks";
import { toFigures, type Figures } from "../../domain/panels/figures.ts";
import { readSetting, writeSetting } from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "./appContext.ts";

const COMPUTED_FIGURES = "computedFigures";

/** @returns whether figures may be computed from ratings: asked by all that shows one or writes one into a file */
export async function readFigures({ database }: Pick<AppParts, "database">): Promise<Figures> {
  return toFigures(await readSetting(database, COMPUTED_FIGURES));
}

/** @returns the same, kept up to date; undefined until it is read, when nothing computed may be shown yet */
export function useFigures(): Figures | undefined {
  const app = useApp();
  return useLiveQuery(() => readFigures(app), [app]);
}

/** Keeps the choice. */
export function keepFigures({ database }: AppParts, figures: Figures): Promise<void> {
  return writeSetting(database, COMPUTED_FIGURES, figures === "on");
}
