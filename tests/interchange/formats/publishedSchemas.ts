import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

const schemas = resolve(import.meta.dirname, "../../../data/schema");
export const sessionSchemaPath = resolve(schemas, "session.schema.json");
export const guideSchemaPath = resolve(schemas, "guide.schema.json");
export const invitationSchemaPath = resolve(schemas, "invitation.schema.json");
export const debriefSchemaPath = resolve(schemas, "debrief.schema.json");
export const backupSchemaPath = resolve(schemas, "backup.schema.json");
const greenhouseSchemaPath = resolve(schemas, "greenhouse.schema.json");
const workableSchemaPath = resolve(schemas, "workable.schema.json");
const caseRubricSchemaPath = resolve(schemas, "caseRubric.schema.json");

function validator(path: string): (file: unknown) => readonly string[] {
  // Read when it is asked for, so that a schema that is not there yet can be written.
  let validate: ValidateFunction | undefined;
  return (file) => {
    validate ??= new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(path, "utf8")) as object);
    if (validate(file)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** @returns what the published schema has against a session file */
export const validateSessionFile = validator(sessionSchemaPath);
/** @returns what the published schema has against a guide file */
export const validateGuideFile = validator(guideSchemaPath);
/** @returns what the published schema has against an invitation file */
export const validateInvitationFile = validator(invitationSchemaPath);
/** @returns what the published schema has against a debrief file */
export const validateDebriefFile = validator(debriefSchemaPath);
/** @returns what the published schema has against a backup file */
export const validateBackupFile = validator(backupSchemaPath);
/** @returns what the published schema has against a scorecard for Greenhouse */
export const validateGreenhouseFile = validator(greenhouseSchemaPath);
/** @returns what the published schema has against a scorecard for Workable */
export const validateWorkableFile = validator(workableSchemaPath);
/** @returns what the published schema has against a rubric of CASE */
export const validateCaseRubric = validator(caseRubricSchemaPath);
