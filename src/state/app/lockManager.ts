/** @returns the browser's locks; undefined where the page does not come over https or from this device */
export function lockManager(): LockManager | undefined {
  return (navigator as { readonly locks?: LockManager }).locks;
}
