interface Props {
  readonly kind: "saved" | "saving" | "failed";
}

const words = { saved: "Saved", saving: "Saving…", failed: "Not saved" } as const;

/** Says whether the last change is on the disk. It says "Saved" for a write that is complete, never before. */
export function SaveStatus({ kind }: Props) {
  return (
    <span className="chip" data-save={kind}>
      {kind === "saved" && <span aria-hidden="true">✓</span>}
      {words[kind]}
    </span>
  );
}
