export { CustomerScreen as Frame } from "@/components/customers/customer-screen";
export { CustomerAccess as Screen } from "@/components/reachers/customer-access";
