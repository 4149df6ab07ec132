"use client";

import { createParser, parseAsStringLiteral, useQueryStates } from "nuqs";
import { tenantId, type TenantId } from "@/lib/domain/ids";

export const shows = ["all", "standing", "eligible"] as const;
export type Show = (typeof shows)[number];

/** What the overview keeps in the URL: which grants, as what, and the customer that the beam is on. */
export const overviewParams = {
  show: parseAsStringLiteral(shows).withDefault("all"),
  view: parseAsStringLiteral(["lens", "table"]).withDefault("lens"),
  at: createParser<TenantId>({ parse: (text) => tenantId(text) ?? null, serialize: String }),
};

export function useOverviewUrl() {
  const [state, set] = useQueryStates(overviewParams);
  return { ...state, set };
}

export type OverviewUrl = ReturnType<typeof useOverviewUrl>;
