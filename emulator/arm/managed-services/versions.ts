export const apiVersions = [
  "2022-10-01",
  "2022-01-01-preview",
  "2020-02-01-preview",
  "2019-09-01",
  "2019-06-01",
  "2019-04-01-preview",
  "2018-06-01-preview",
];

/** Eligible authorizations came with 2020-02-01-preview; older versions neither show nor take them. */
export const knowsEligible = (apiVersion: string): boolean => apiVersion >= "2020-02-01";
