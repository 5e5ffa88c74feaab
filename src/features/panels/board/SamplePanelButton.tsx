import { useState } from "react";
import { useLocation } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { panelAddress } from "../../../ui/page/addresses.ts";
import { addSamplePanel } from "./samplePanel.ts";

/** Opens a made-up panel of four, to try a debrief with. */
export function SamplePanelButton() {
  const app = useApp();
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    try {
      navigate(panelAddress(await addSamplePanel(app)));
    } catch (error) {
      setProblem(errorToText(error));
    }
  };
  return (
    <>
      <button type="button" onClick={() => void open()}>
        Open a sample panel
      </button>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
