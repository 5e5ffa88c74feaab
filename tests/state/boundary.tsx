import { Component, type ReactNode } from "react";

interface Props {
  readonly onFailure: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Tells what a screen that fails gives up with, and shows nothing in its place. */
export class Boundary extends Component<Props> {
  override readonly state = { isFailed: false };
  static getDerivedStateFromError() {
    return { isFailed: true };
  }
  override componentDidCatch(error: unknown): void {
    this.props.onFailure(error);
  }
  override render(): ReactNode {
    return this.state.isFailed ? null : this.props.children;
  }
}
