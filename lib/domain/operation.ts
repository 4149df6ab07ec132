/** What a role can allow: a name such as `Microsoft.Compute/virtualMachines/read`, compared without regard to case. */
export type Operation = Readonly<{
  name: string;
  /** It works on data within a resource; only `dataActions` allow it. */
  isDataAction: boolean;
  display: string | undefined;
  description: string | undefined;
}>;
