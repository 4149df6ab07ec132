export { CustomerScreen as Frame } from "@/components/customers/customer-screen";
export { CustomerFindings as Screen } from "@/components/findings/list/customer-findings";
