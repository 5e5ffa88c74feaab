import { useLiveQuery } from "dexie-react-hooks";
import shippedGuides from "../../../data/shippedGuides.json";
import { countGuides } from "../../domain/backups/ownGuides.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { emptyGuideLike, copyQuestions, type CopiedQuestions } from "../../domain/guides/copiedQuestions.ts";
import type { GuideRow } from "../../domain/backups/storedRows.ts";
import {
  deleteLineage,
  emptyShelf,
  putBackLineage,
  readShelf,
  readVersionIds,
  setArchived,
  type DeletedGuide,
  type GuideShelf,
} from "../../storage/guides/guides.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { readUnlessFirst } from "../app/firstVisit.ts";
import { readGuideDraft, whileNoEditorHas, writeGuideDraft, type GuideDraft } from "./guideDrafts.ts";
import { loadGuideVersion, type GuideVersion } from "./guideVersions.ts";
import { isEarlierShipped, isShipped, presentLineId, storedLineIds } from "./shippedGuides.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";

export type { DeletedGuide } from "../../storage/guides/guides.ts";

/** One version of a guide, as a list shows it. */
export interface GuideEntry {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly questionCount: number;
  /** The names of the competencies. */
  readonly competencies: readonly string[];
  /** Epoch ms; null where it was not saved here: it ships, or a session brought it along. */
  readonly savedAt: number | null;
  readonly isShipped: boolean;
  /** Whether a session holds it. */
  readonly isUsed: boolean;
  /** Whether there are changes to it that are not saved as a version. */
  readonly hasDraft: boolean;
  /** Null for one that ships, until it is loaded. */
  readonly guide: Guide | null;
}

/** A guide with all of its versions. */
export interface GuideLineage {
  readonly lineId: string;
  readonly newest: GuideEntry;
  /** Newest first. */
  readonly versions: readonly GuideEntry[];
  readonly isArchived: boolean;
}

/** All guides of this device. */
export interface Guides {
  /** Those that were saved here first, newest first. */
  readonly lineages: readonly GuideLineage[];
  /** Guides that were never saved, the last changed first. */
  readonly newDrafts: readonly GuideDraft[];
}

/** @returns all guides, kept up to date; undefined until they are read */
export function useGuides(): Guides | undefined {
  const { database } = useApp();
  return useLiveQuery(async () => shelfToGuides(await readShelf(database)), [database]);
}

/** @returns the guide that has a version of that id, null where there is none; undefined until it is read */
export function useGuideHistory(id: string): GuideLineage | null | undefined {
  const guides = useGuides();
  if (!guides) return undefined;
  return guides.lineages.find(({ versions }) => versions.some((version) => version.id === id)) ?? null;
}

function shelfToGuides(shelf: GuideShelf): Guides {
  const lineages = shelfToLineages(shelf);
  const versionIds = new Set(lineages.flatMap(({ versions }) => versions.map(({ id }) => id)));
  const newDrafts = shelf.drafts.filter(({ id }) => !versionIds.has(id));
  return { lineages, newDrafts: newDrafts.toSorted((a, b) => b.updatedAt - a.updatedAt) };
}

function shelfToLineages(shelf: GuideShelf): readonly GuideLineage[] {
  const rowsById = new Map(shelf.rows.map((row) => [row.id, row]));
  const draftIds = new Set(shelf.drafts.map(({ id }) => id));
  const toEntry = (listed: Listed, row: GuideRow | undefined): GuideEntry => ({
    ...listed,
    savedAt: row?.savedAt ?? null,
    isShipped: isShipped(listed.id),
    isUsed: shelf.usedIds.has(listed.id),
    hasDraft: draftIds.has(listed.id),
    guide: row?.guide ?? null,
  });
  const byLineage = new Map<string, GuideEntry[]>();
  const add = (lineId: string, entry: GuideEntry) =>
    byLineage.set(lineId, [...(byLineage.get(lineId) ?? []), entry]);
  for (const { file: _file, earlierId: _id, ...listed } of shippedGuides) {
    const row = rowsById.get(listed.id);
    add(presentLineId(row?.lineId ?? listed.id), toEntry(listed, row));
  }
  for (const row of shelf.rows)
    if (!isShipped(row.id)) add(presentLineId(row.lineId), toEntry(rowToListed(row), row));
  return Array.from(byLineage, ([lineId, entries]): GuideLineage => {
    // What was not saved here is older than what was, and the first version the oldest.
    const versions = entries.toSorted(
      (a, b) =>
        (b.savedAt ?? 0) - (a.savedAt ?? 0) ||
        Number(isEarlierShipped(a.id)) - Number(isEarlierShipped(b.id)) ||
        Number(a.id === lineId) - Number(b.id === lineId),
    );
    const [newest] = versions as [GuideEntry];
    return {
      lineId,
      newest,
      versions,
      isArchived: storedLineIds(lineId).some((id) => shelf.archivedLineIds.has(id)),
    };
  }).toSorted((a, b) => (b.newest.savedAt ?? 0) - (a.newest.savedAt ?? 0));
}

type Listed = Pick<GuideEntry, "id" | "title" | "role" | "questionCount" | "competencies">;

function rowToListed({ id, guide }: GuideRow): Listed {
  const { title, role, questions, competencies } = guide;
  return {
    id,
    title,
    role,
    questionCount: questions.length,
    competencies: competencies.map(({ name }) => name),
  };
}

/** Enough of a guide to choose it by, without loading it. */
export interface GuideListing {
  readonly id: string;
  readonly title: string;
}

/** A guide that is offered: its newest version, and all it has. */
export type OfferedGuide = GuideEntry & Pick<GuideLineage, "versions">;

/** @returns the newest version of every guide that is not archived: those that ship first, then the others by title */
export async function listGuideVersions(app: AppParts): Promise<readonly OfferedGuide[]> {
  const shelf = await readUnlessFirst(app, () => readShelf(app.database), emptyShelf);
  const lineages = shelfToLineages(shelf).filter(({ isArchived }) => !isArchived);
  const place = ({ lineId }: GuideLineage) => shippedGuides.findIndex(({ id }) => id === lineId) >>> 0;
  return lineages
    .toSorted((a, b) => place(a) - place(b) || a.newest.title.localeCompare(b.newest.title))
    .map(({ newest, versions }) => ({ ...newest, versions }));
}

/** @returns the guides to choose from, with the version that a plan holds where it is an older or an archived one */
export function withVersion(
  guides: readonly GuideListing[],
  { id, guide }: GuideVersion,
): readonly GuideListing[] {
  if (guides.some((listed) => listed.id === id)) return guides;
  return [...guides, { id, title: `${guide.title} (version used here)` }];
}

/** Stops offering a guide for new sessions; nothing of it is deleted. */
export function archiveGuide({ database, clock }: AppParts, lineId: string): Promise<void> {
  return setArchived(database, lineId, clock.now());
}

/**
 * Deletes a guide with all of its versions and drafts.
 *
 * @returns what was deleted, to put back; undefined where a session uses one of its versions, and nothing was done
 * @throws where another tab has one of them open in the editor, which would go on as if it were saved
 */
export async function deleteGuide({ database }: AppParts, lineId: string): Promise<DeletedGuide | undefined> {
  return whileNoEditorHas(await readVersionIds(database, lineId), async () => {
    const deleted = await deleteLineage(database, lineId);
    if (deleted) noteDeletedAmount(countGuides(deleted.rows, deleted.drafts));
    return deleted;
  });
}

/** Puts back what `deleteGuide` took. */
export function putBackGuide({ database }: AppParts, deleted: DeletedGuide): Promise<void> {
  return putBackLineage(database, deleted);
}

/**
 * Takes questions of a guide into the draft of another one, which is made where there is none.
 *
 * @param targetId the version they are taken into; null for a new guide
 * @returns what was taken, and the id of the draft
 * @throws where another tab has that guide open in the editor, which would write over it
 */
export async function takeIntoDraft(
  app: AppParts,
  source: Guide,
  questionIds: readonly string[],
  targetId: string | null,
): Promise<CopiedQuestions & { readonly draftId: string }> {
  const draftId = targetId ?? app.newId();
  return whileNoEditorHas([draftId], async () => {
    const draft = targetId === null ? undefined : await readGuideDraft(app, targetId);
    const into =
      draft?.guide ??
      (targetId === null ? emptyGuideLike(source) : (await loadGuideVersion(app, targetId)).guide);
    const taken = copyQuestions(source, questionIds, into);
    if (taken.taken.length > 0)
      await writeGuideDraft(app, {
        id: draftId,
        guide: taken.guide,
        previousId: targetId,
        updatedAt: app.clock.now(),
      });
    return { ...taken, draftId };
  });
}
