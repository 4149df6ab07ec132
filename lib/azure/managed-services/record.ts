import type { ArmId } from "@/lib/domain/ids";
import type { ServiceClient } from "../service-client";
import { scopeBefore } from "./address";
import { apiVersion } from "./client";

/** A registration assignment or definition as Azure has it, for people who want to see for themselves. */
export async function readRecord(arm: ServiceClient, id: ArmId, signal?: AbortSignal): Promise<unknown> {
  const isAssignment = id.includes("/registrationassignments/");
  const { body } = await arm.send({
    path: scopeBefore(id),
    query: { "api-version": apiVersion },
    needs: `Microsoft.ManagedServices/${isAssignment ? "registrationAssignments" : "registrationDefinitions"}/read`,
    signal,
  });
  return body;
}
