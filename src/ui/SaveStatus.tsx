interface Props {
  readonly state: { readonly kind: "saved" | "saving" | "failed" };
}

const words = { saved: "Saved", saving: "Saving…", failed: "Not saved" } as const;

/** Says whether the last change is on the disk. It says "Saved" for a write that is complete, never before. */
export function SaveStatus({ state }: Props) {
  return (
    <span className="chip" data-save={state.kind}>
      {state.kind === "saved" && <span aria-hidden="true">✓</span>}
      {words[state.kind]}
    </span>
  );
}
