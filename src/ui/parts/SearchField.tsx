interface Props {
  /** What can be looked for. */
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
}

/** The field that a list is searched by. */
export function SearchField({ placeholder, value, onChange, className }: Props) {
  return (
    <label className={className}>
      <span className="small soft">Find</span>
      <input
        type="search"
        dir="auto"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
