export { CustomerScreen as Frame } from "@/components/customers/customer-screen";
export { CustomerDelegations as Screen } from "@/components/delegations/customer-delegations";
