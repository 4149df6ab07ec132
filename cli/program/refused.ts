/** Ends a command with exit code 2: what was asked cannot be done or judged. The message is for the person. */
export class Refused extends Error {
  override readonly name: string = "Refused";
}

/** Ends a command with exit code 2: it was called in a way that it does not know. */
export class WrongUsage extends Refused {
  override readonly name: string = "WrongUsage";
}
