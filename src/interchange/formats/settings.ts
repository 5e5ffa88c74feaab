import * as v from "valibot";
import { isNameMerge } from "../../domain/candidates/nameMerges.ts";
import { isExportLeft } from "../../domain/candidates/deletion.ts";
import type { Setting, SettingKey } from "../../domain/backups/storedRows.ts";
import { MOST_KEPT, MOST_RETENTION_MONTHS } from "../../domain/text/limits.ts";
import { isRetention } from "../../domain/candidates/retention.ts";
import { isSensitiveEntry } from "../../domain/notes/sensitiveWords.ts";
import { ashbyMappingSchema } from "../tracking/ashbyFile.ts";
import { pasteTemplatesSchema } from "../tracking/pasteTemplates.ts";
import { decodeWith, idSchema, listSchema, nameSchema, type FileError } from "../files/decoding.ts";

/** What each setting holds. */
const settingSchemas: Readonly<Record<SettingKey, v.GenericSchema>> = {
  ashbyMapping: ashbyMappingSchema,
  computedFigures: v.boolean(),
  exportsLeft: listSchema(v.custom(isExportLeft, "is no export that was made"), MOST_KEPT, "exports"),
  guideId: idSchema,
  interviewer: nameSchema,
  mergedNames: listSchema(v.custom(isNameMerge, "is no merge of two names"), MOST_KEPT, "merged names"),
  nextAfterRating: v.boolean(),
  pasteTemplates: pasteTemplatesSchema,
  retentionMonths: v.custom(isRetention, `is no whole number of months from 1 to ${MOST_RETENTION_MONTHS}`),
  sensitiveWords: v.object({
    added: listSchema(v.custom(isSensitiveEntry, "is no entry about a topic"), MOST_KEPT, "entries"),
    removed: listSchema(nameSchema, MOST_KEPT, "entries"),
  }),
  singleKeys: v.boolean(),
};

const schemasByKey: ReadonlyMap<string, v.GenericSchema> = new Map(Object.entries(settingSchemas));

/** @returns what is wrong with the value of a setting, its path from there; nothing of one that this version does not know */
export function settingErrors({ key, value }: Setting): readonly FileError[] {
  const schema = schemasByKey.get(key);
  const decoded = schema && decodeWith(schema, value);
  return decoded?.ok === false ? decoded.errors : [];
}
