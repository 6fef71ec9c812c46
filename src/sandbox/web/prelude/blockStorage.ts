/** A browser that keeps third parties from storing anything: every touch of storage throws, as it does there. */

export function blockStorage(target: Window): void {
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(target, name, {
      configurable: true,
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
}
