import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

const palette = createStore(() => ({ isOpen: false }));

/** Opens the command palette, where the screen lets it; or closes it. */
export function showPalette(isOpen: boolean): void {
  palette.setState({ isOpen });
}

/** @returns whether the command palette is wanted */
export function usePaletteOpen(): boolean {
  return useStore(palette, (state) => state.isOpen);
}
