import type { Entry } from "@/lib/lookup/entry";

const command = (id: string, name: string, also: string): Entry => ({
  target: { kind: "command", command: id },
  name,
  beside: [],
  also: also.split(" "),
  ids: [],
  copies: id,
});

/** What can be done from the search alone. What a command does is in use-commands.ts. */
export const commands: readonly Entry[] = [
  command("read-again", "Read again", "refresh reload"),
  command("copy-link", "Copy link to this page", "share url address"),
  command("print", "Print this page", "pdf paper"),
  command("export", "Export this table", "csv json excel xlsx markdown download file"),
  command("theme-light", "Light theme", "appearance colours bright"),
  command("theme-dark", "Dark theme", "appearance colours night"),
  command("theme-auto", "Theme as the system", "appearance colours"),
  command("keyboard", "Keyboard", "keys shortcuts help"),
  command("single-keys", "Single keys on or off", "shortcuts letters"),
  command("sign-out", "Sign out", "log off leave"),
];
