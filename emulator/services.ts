/** The https names by which the services are asked. They need not resolve: everything is reached at one http origin. */
export const origins = {
  login: "https://login.fresnel.localhost",
  arm: "https://management.fresnel.localhost",
  graph: "https://graph.fresnel.localhost",
} as const;

export type Service = keyof typeof origins;

/** Slashes may be doubled: Azure's own clients put one before scopes that begin with one. */
const paths: [RegExp, Service | "admin"][] = [
  [/^\/_emulator(\/|$)/, "admin"],
  [/^\/+(v1\.0|beta)(\/|$)/i, "graph"],
  [/^\/+(subscriptions|tenants|providers)(\/|$)/i, "arm"],
  [/^\/[^/]+\/(oauth2|v2\.0|discovery|\.well-known)(\/|$)/i, "login"],
];

/** Which service a path belongs to, since all of them share one origin. */
export const serviceOf = (pathname: string): Service | "admin" | null =>
  paths.find(([path]) => path.test(pathname))?.[1] ?? null;

export const isResourceGraph = (pathname: string) =>
  /^\/+providers\/microsoft\.resourcegraph\/resources\/?$/i.test(pathname);
