import * as v from "valibot";
import { decisionOutcomes } from "../../domain/panels/panel.ts";
import { countSchema, idSchema, nameSchema, textSchema } from "../files/decoding.ts";
import { comparedAreaIdSchema, weightsSchema } from "./debriefFile.ts";
import { ratingSchema } from "./sessionSchema.ts";

/** What an entry of the audit log tells of. */
export const auditChangeSchema = v.variant("what", [
  v.looseObject({ what: v.literal("takenBack") }),
  v.looseObject({
    what: v.literal("agreed"),
    areaId: comparedAreaIdSchema,
    from: v.nullable(ratingSchema),
    to: v.nullable(ratingSchema),
  }),
  v.looseObject({ what: v.literal("weighed"), from: weightsSchema, to: weightsSchema, reason: textSchema }),
  v.looseObject({ what: v.literal("decided"), outcome: v.picklist(decisionOutcomes), reason: textSchema }),
  v.looseObject({
    what: v.literal("received"),
    interviewer: nameSchema,
    isFromSeat: v.exactOptional(v.boolean()),
  }),
  v.looseObject({ what: v.literal("removed"), interviewer: nameSchema }),
  v.looseObject({ what: v.picklist(["held", "released"]), reason: textSchema }),
  v.looseObject({ what: v.literal("retention"), from: countSchema, to: countSchema }),
  v.looseObject({
    what: v.picklist(["merged", "separated"]),
    goesId: v.nullable(idSchema),
    staysId: v.nullable(idSchema),
  }),
  v.looseObject({ what: v.literal("deleted"), count: countSchema, reason: textSchema }),
]);
