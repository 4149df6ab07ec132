let isWanted = false;

/** What had focus goes away with what was done: the current tab takes it once it is drawn. */
export function wantFocus(): void {
  isWanted = true;
}

export function takeFocus(): boolean {
  const was = isWanted;
  isWanted = false;
  return was;
}
