/** Pinning is seen to work: the same pane has been there for a second message. An unpinned one is closed by Outlook. */

export function whenPinned(
  desk: { state(): { fingerprint: string }; subscribe(changed: () => void): () => void },
  seen: () => void,
): void {
  let first = "";
  const stop = desk.subscribe(() => {
    const { fingerprint } = desk.state();
    if (fingerprint === "" || fingerprint === first) return;
    if (first === "") first = fingerprint;
    else {
      stop();
      seen();
    }
  });
}
