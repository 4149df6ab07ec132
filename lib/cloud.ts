/** A service of a cloud: the name it is asked by, and where it is reached if that is not its own name. */
export type Service = Readonly<{
  /** https origin, without a path or a trailing slash. */
  endpoint: string;
  /** What a token is asked for. */
  scope: string;
  /** Set only where the endpoint's own name is not what one connects to. */
  reachedAt?: string | undefined;
}>;

/** Who signs people in: `endpoint` is the https origin before the tenant id. */
export type Authority = Readonly<{ endpoint: string; reachedAt?: string | undefined }>;

/** An Azure: who signs people in, and what to ask a token for. */
export type Cloud = Readonly<{
  name: string;
  authority: Authority;
  arm: Service;
  graph: Service;
  /** Origin of the Azure portal. */
  portal: string;
}>;

const cloud = (name: string, authority: string, arm: string, graph: string, portal: string): Cloud => ({
  name,
  authority: { endpoint: authority },
  arm: { endpoint: arm, scope: `${arm}/user_impersonation` },
  graph: { endpoint: graph, scope: `${graph}/.default` },
  portal,
});

/** Azure's clouds under the names that Microsoft's tools use. */
export const knownClouds: Readonly<Record<string, Cloud>> = {
  AzureCloud: cloud(
    "AzureCloud",
    "https://login.microsoftonline.com",
    "https://management.azure.com",
    "https://graph.microsoft.com",
    "https://portal.azure.com",
  ),
  AzureUSGovernment: cloud(
    "AzureUSGovernment",
    "https://login.microsoftonline.us",
    "https://management.usgovcloudapi.net",
    "https://graph.microsoft.us",
    "https://portal.azure.us",
  ),
  AzureChinaCloud: cloud(
    "AzureChinaCloud",
    "https://login.partner.microsoftonline.cn",
    "https://management.chinacloudapi.cn",
    "https://microsoftgraph.chinacloudapi.cn",
    "https://portal.azure.cn",
  ),
};
