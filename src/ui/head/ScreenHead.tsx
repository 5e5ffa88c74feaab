import type { ReactNode } from "react";
import { BackLink } from "./BackLink.tsx";

interface Props {
  /** Where its arrow leads, and what is there: "panels". */
  readonly back: { readonly href: string; readonly to: string };
  readonly title: ReactNode;
  /** Whether the title is the heading of the screen; else one follows below that says more. */
  readonly isHeading?: boolean;
  readonly className?: string | undefined;
  /** What follows the title: how it stands, and what can be done with all of it. */
  readonly children?: ReactNode;
}

/** The head of a screen that belongs to another one: the way back, what it is called, what it does. */
export function ScreenHead({ back, title, isHeading = false, className = "", children }: Props) {
  const Title = isHeading ? "h1" : "b";
  return (
    <header className={`topBar ${className}`}>
      <BackLink {...back} />
      <Title dir="auto">{title}</Title>
      {children}
    </header>
  );
}
