import { Fragment } from "react";

interface Props {
  /** Each is isolated from the direction of the others; an empty one is left out, with what would stand between. */
  readonly of: readonly string[];
  readonly between?: string;
}

/** Facts of one thing, in a line. */
export function Facts({ of, between = " · " }: Props) {
  return of
    .filter((fact) => fact !== "")
    .map((fact, at) => (
      // They are told apart by nothing but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>
        {at > 0 && between}
        <bdi>{fact}</bdi>
      </Fragment>
    ));
}
