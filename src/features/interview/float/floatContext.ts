import { createContext, useContext } from "react";

/** Why there is no panel where one was wanted: it was closed from outside or by a reload, or the browser opened none. */
export type FloatTrouble = "closed" | "blocked";

/** The floating panel, as the live screen sees it; the one in the tab and the one in the panel see the same. */
export interface Float {
  readonly isOpen: boolean;
  readonly trouble: FloatTrouble | null;
  /** Opens the panel, or closes it. To be called in a press of a key or a button: browsers open no window else. */
  readonly toggle: () => void;
  /** Lets a trouble be. */
  readonly dismiss: () => void;
  /** The window that this screen is shown in. */
  readonly view: Window;
}

export const FloatContext = createContext<Float | null>(null);

/** @throws outside of `Floating` */
export function useFloat(): Float {
  const float = useContext(FloatContext);
  if (!float) throw new Error("useFloat needs Floating around it");
  return float;
}
