/** Why a text is no template of Azure Lighthouse; `at` is an offset in the file. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  constructor(
    readonly file: "template" | "parameters",
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}
