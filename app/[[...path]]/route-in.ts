import { routeOf, type Route } from "@/lib/routes";

export type Params = Promise<{ path?: string[] }>;

/** The page that is asked for. */
export const routeIn = async (params: Params): Promise<Route | undefined> =>
  routeOf(`/${(await params).path?.join("/") ?? ""}`);
