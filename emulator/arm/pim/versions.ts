export const apiVersions = ["2020-10-01"];

/** Enough to see what others hold; whoever asks for their own needs nothing. */
export const readOthers = "Microsoft.Authorization/roleAssignments/read";
