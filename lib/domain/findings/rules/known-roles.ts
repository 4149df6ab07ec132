import type { RoleId } from "@/lib/domain/ids";

/** Azure's own roles, whose ids are the same in every tenant. Rules name roles by these and never by name. */
export const readerRole = "acdd72a7-3385-48ef-bd42-f606fba81ae7" as RoleId;
/** Managed Services Registration assignment Delete Role: whoever holds it can end the delegation. */
export const deleteRole = "91c1777a-f3dc-4fae-b103-61d183457e46" as RoleId;
export const monitoringReaderRole = "43d0d8ad-25c7-4714-9337-8ba259a9fe05" as RoleId;
