import type { ComponentProps } from "react";

interface Props extends ComponentProps<"button"> {
  /** Whether a press does nothing, as while what it did last is at work. */
  readonly isShut: boolean;
}

/** A button that its own press may shut. One that is disabled loses the focus; this keeps it, and neither acts nor submits. */
export function ShutButton({ isShut, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isShut}
      onClick={(event) => {
        if (isShut) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
