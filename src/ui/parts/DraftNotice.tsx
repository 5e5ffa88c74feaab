/** Says that a form begins with what was entered before and not saved, and lets it begin anew. */
export function DraftNotice({ onStartOver }: { readonly onStartOver: () => void }) {
  return (
    <p className="notice row">
      <span>This is what you entered before. It isn’t saved yet.</span>
      <button type="button" onClick={onStartOver}>
        Start over
      </button>
    </p>
  );
}
