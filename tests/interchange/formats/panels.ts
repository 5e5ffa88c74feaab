import fc from "fast-check";
import { notAssessedReasons, type Rating } from "../../../src/domain/session/answer.ts";
import { levels } from "../../../src/domain/guides/guide.ts";
import { decisionOutcomes, type Debrief, type Panel } from "../../../src/domain/panels/panel.ts";
import type { Revision, Scorecard } from "../../../src/domain/session/scorecard.ts";
import { recommendations } from "../../../src/domain/session/session.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import type { OpenPanel } from "../../../src/interchange/formats/debriefFile.ts";
import type { InvitationWithGuide } from "../../../src/interchange/formats/invitationFile.ts";
import { hashGuide } from "../../smallInterview.ts";
import {
  anyGuide,
  anyMs,
  anyText,
  anyWholeSession,
  few,
  laterFields,
  withLater,
  withSome,
} from "./wholeSessions.ts";

export const anyId = anyText.map((text) => `id ${text}`);
const anyIds = fc.uniqueArray(anyId, { maxLength: 3 });
/** A text with something in it. */
const anyReason = anyText.map((text) => `because ${text}`);

/** Any invitation that an invitation file may hold, with its guide or without it. */
export const anyInvitation: fc.Arbitrary<InvitationWithGuide> = fc
  .record({
    guide: fc.option(anyGuide),
    invitation: withSome(
      withLater({
        panelId: anyId,
        interviewerId: anyId,
        publicKey: fc.option(anyText),
        candidate: anyText,
        role: anyText,
        level: fc.constantFrom(...levels),
        remote: fc.boolean(),
        interviewer: anyText,
        guideId: anyId,
      }),
      { lead: anyText, isLead: fc.boolean(), dueAt: anyMs, scheduledAt: anyMs },
    ),
    questionIds: anyIds,
  })
  .map(({ guide, invitation, questionIds }) => ({
    guide,
    invitation: {
      ...invitation,
      guideId: guide ? hashGuide(guide) : invitation.guideId,
      questionIds: guide ? guide.questions.map(({ id }) => id) : questionIds,
    },
  }));

const anyRating = fc.constantFrom<Rating>(...notAssessedReasons);

/** Revisions of a session, with ratings on its scale. */
function anyRevisions({ session, guide }: WholeSession): fc.Arbitrary<readonly Revision[]> {
  const areaIds = [...guide.questions, ...session.ownQuestions].flatMap(({ areas }) =>
    areas.map(({ id }) => id),
  );
  const points = fc.constantFrom(...guide.scale.points.map(({ value }) => value));
  const area = withLater({ rating: fc.oneof(points, anyRating), note: anyText });
  const areas = areaIds.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...areaIds), area);
  return fc.uniqueArray(
    withLater<Revision>({
      id: anyId,
      sessionId: fc.constant(session.id),
      at: anyMs,
      reason: anyReason,
      // An object with a prototype, as a file gives it.
      areas: areas.map((byId) => ({ ...byId })),
      recommendation: fc.option(fc.constantFrom(...recommendations)),
      summary: anyText,
    }),
    { maxLength: 3, selector: ({ id }) => id },
  );
}

/** Any submitted session with its revisions. */
export const anyScorecard: fc.Arbitrary<Scorecard> = anyWholeSession
  .filter(({ session }) => session.status === "submitted")
  .chain((first) => anyRevisions(first).map((revisions) => ({ first, revisions })));

const anyDecision = withLater({
  outcome: fc.constantFrom(...decisionOutcomes),
  reason: anyText,
  decidedAt: anyMs,
});

const anyDebrief: fc.Arbitrary<Debrief> = withSome(
  withLater({
    startedAt: fc.option(anyMs),
    agreedByAreaId: fc
      .dictionary(anyId, withLater({ rating: fc.option(anyRating), note: anyText }), { maxKeys: 3 })
      .map((byId) => ({ ...byId })),
    weights: fc.option(
      fc
        .dictionary(fc.oneof(anyId, fc.constant("")), fc.nat(9), { maxKeys: 3 })
        .map((byId): Record<string, number> => ({ ...byId })),
    ),
    weightsReason: anyText,
    recommendationsShownAt: fc.option(anyMs),
    decision: fc.option(anyDecision),
  }),
  { firstStartedAt: anyMs, earlierDecisions: few(anyDecision) },
).map((debrief) => {
  if (debrief.recommendationsShownAt !== null) return debrief;
  const { earlierDecisions: _none, ...undecided } = debrief;
  return { ...undecided, decision: null };
});

/** Any panel with scorecards that a debrief file may hold. */
export const anyOpenPanel: fc.Arbitrary<OpenPanel> = fc
  .record({
    guide: anyGuide,
    scorecards: few(anyScorecard),
    interviewers: fc.uniqueArray(
      withSome(withLater({ id: anyId, name: anyText, questionIds: anyIds }), { scheduledAt: anyMs }),
      {
        maxLength: 3,
        selector: ({ id }) => id,
      },
    ),
    isLead: fc.boolean(),
    fileFields: laterFields,
    panel: withSome(
      withLater({
        id: anyId,
        candidate: anyText,
        role: anyText,
        level: fc.constantFrom(...levels),
        remote: fc.boolean(),
        publicKey: fc.option(anyText),
        debrief: anyDebrief,
        createdAt: anyMs,
        updatedAt: anyMs,
      }),
      {
        leadName: anyText,
        dueAt: anyMs,
        invitedAtById: fc.dictionary(anyId, anyMs, { maxKeys: 3 }).map((byId) => ({ ...byId })),
        unlockedEarly: fc.array(
          fc.record({ leadId: anyId, interviewerId: anyId, reason: anyText, at: anyMs }),
          {
            maxLength: 2,
          },
        ),
      },
    ),
  })
  .map(({ guide, scorecards, interviewers, isLead, fileFields, panel }): OpenPanel => {
    const whole: Panel = {
      ...panel,
      guideId: hashGuide(guide),
      interviewers,
      leadId: isLead ? (interviewers[0]?.id ?? null) : null,
      ...(Object.keys(fileFields).length > 0 && { fileFields: fileFields as Record<string, unknown> }),
    };
    const byId = new Map(scorecards.map((scorecard) => [scorecard.first.session.id, scorecard]));
    return { panel: whole, guide, scorecards: [...byId.values()] };
  });
