import { useEffect, useState } from "react";
import { toError } from "../../../domain/text/errorText.ts";
import type { Guide } from "../../../domain/guides/guide.ts";
import { invitationOf, type Panel, type PanelInterviewer } from "../../../domain/panels/panel.ts";
import type { LinkAddress } from "../../../domain/panels/linkAddress.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useLinkAddress } from "../../../state/app/publicAddress.ts";
import { invite, type InvitationTexts } from "../../../state/panels/invitations.ts";
import { invitationAddress } from "../../../ui/page/addresses.ts";

/** How an interviewer is invited from this address. */
export interface LinkedTexts extends InvitationTexts {
  /** Null where it is longer than mail programs and chats carry: the file is to be sent. */
  readonly link: string | null;
  /** Whether the link opens on this device alone. */
  readonly isLocal: boolean;
}

/** @returns how the interviewer is invited; undefined until it is worked out */
export function useInvitationTexts(
  panel: Panel,
  guide: Guide,
  interviewer: PanelInterviewer,
): LinkedTexts | undefined {
  const app = useApp();
  const [texts, setTexts] = useState<LinkedTexts>();
  const [error, setError] = useState<Error>();
  const linkAddress = useLinkAddress(location.href);
  const asPlanned = invitationOf(panel, interviewer);
  const [invitation, setInvitation] = useState(asPlanned);
  // The panel is another one with every invitation that is noted; what is in the invitation is the same.
  if (JSON.stringify(asPlanned) !== JSON.stringify(invitation)) setInvitation(asPlanned);
  useEffect(() => {
    let isLeft = false;
    const make = async ({ base, isLocal }: LinkAddress) => {
      const address = `${base}#${invitationAddress("")}`;
      const made = await invite(app, invitation, guide, address.length);
      const link = made.isLinkTooLong ? null : address + made.linkPart;
      if (!isLeft) setTexts({ ...made, link, isLocal });
    };
    if (linkAddress) {
      make(linkAddress).catch((reason: unknown) => setError(toError(reason)));
    }
    return () => {
      isLeft = true;
    };
  }, [app, invitation, guide, linkAddress]);
  // For the screen that says what can be done.
  if (error) throw error;
  return texts;
}
