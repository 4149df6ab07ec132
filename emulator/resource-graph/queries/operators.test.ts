import { describe } from "vitest";
import { sub } from "../testing/test-world";
import { expectRows } from "./expect-rows";

const machines = "Resources | where type == 'microsoft.compute/virtualmachines'";
const nics = "Resources | where type == 'microsoft.network/networkinterfaces'";

describe("where, project, extend", () => {
  expectRows([
    ["where name == 'web01' | project name, kind, location", [["web01", "", "westeurope"]]],
    ["// the default table\nproject name | where name startswith 'fab'", [["fabstore"]]],
    ["count", [[9]]],
    ["where(name == 'web01') | project name", [["web01"]]],
    [
      "RESOURCES | where ['type'] == 'microsoft.storage/storageaccounts' | project name | sort by name asc",
      [["ShopStore"], ["fabstore"]],
    ],
    [
      `${machines} | project properties.hardware.vmSize, name | order by name asc`,
      [
        ["Standard_B1s", "lab-vm"],
        ["Standard_B2s", "web01"],
        ["Standard_D4s", "web02"],
      ],
    ],
    [
      "Resources | where name == 'web01' | project tags['env'], tags.['cost.center'], tags.nothing",
      [["prod", "42", null]],
    ],
    [
      "Resources | where name == 'fabstore' | project properties.ports[0], properties.ports[-1], properties.ports[5]",
      [[80, 443, null]],
    ],
    ["Resources | where name == 'web01' | extend name = toupper(name), more = 1 | project name, more", [["WEB01", 1]]],
    ["Resources | where name == 'web01' | extend name = 'other', was = name | project name, was", [["other", "web01"]]],
    ["Resources | where name == 'web01' | extend tostring(tags.env) | project tags_env", [["prod"]]],
    [
      "Resources | where name == 'billing' | project-away properties, plan, identity, sku, tags, zones, extendedLocation, systemData, id, tenantId",
      [["billing", "microsoft.solutions/applications", "MarketPlace", "westeurope", "rg-core", sub.core, ""]],
    ],
    ["let wanted = 'web02'; let table = Resources | project name; table | where name == wanted", [["web02"]]],
    ["Resources | where name in ('web01', 'WEB02', 'nic1') | project name | order by name asc", [["nic1"], ["web01"]]],
    ["Resources | where name in~ ('web01', 'WEB02') | project name | order by name asc", [["web01"], ["web02"]]],
    ["Resources | where name !in ('web01') and name startswith 'web' | project name", [["web02"]]],
    [
      "let names = dynamic(['nic2', 'nic3']); Resources | where name in (names) | project name | order by name asc",
      [["nic2"], ["nic3"]],
    ],
    [
      "Resources | where resourceGroup in ((ResourceContainers | where location == 'northeurope' | project tolower(name))) | project name | order by name asc",
      [["nic1"], ["nic2"], ["nic3"]],
    ],
    [
      "Resources | where not(name startswith 'nic') and (kind == '' or kind == 'StorageV2') | project name | order by name asc",
      [["fabstore"], ["lab-vm"], ["web01"], ["web02"]],
    ],
    [
      `${machines} | where toint(properties.hardware.cores) between (2 .. 4) | project name | order by name asc`,
      [["web01"], ["web02"]],
    ],
    [`${machines} | where properties.hardware.cores !between (2 .. 4) | project name`, [["lab-vm"]]],
    [`${machines} | where properties.enabled == true | project name`, [["web01"]]],
    [`${machines} | where properties.enabled == 'false' | project name`, [["web02"]]],
    [`${machines} | where properties.enabled != true | project name | order by name asc`, [["lab-vm"], ["web02"]]],
  ]);
});

describe("count, distinct, order, top, take, sample", () => {
  expectRows([
    ["Resources | distinct kind | order by kind asc", [[""], ["BlobStorage"], ["MarketPlace"], ["StorageV2"]]],
    [
      "Resources | distinct location, kind | where kind == '' | order by location desc",
      [
        ["westeurope", ""],
        ["northeurope", ""],
      ],
    ],
    [
      "Resources | project name | order by name",
      [...[["web02"], ["web01"], ["nic3"], ["nic2"], ["nic1"], ["lab-vm"], ["fabstore"], ["billing"], ["ShopStore"]]],
    ],
    [
      "Resources | order by resourceGroup asc, name desc | project name",
      [...[["fabstore"], ["billing"], ["nic3"], ["nic2"], ["nic1"], ["lab-vm"], ["ShopStore"], ["web02"], ["web01"]]],
    ],
    [
      "Resources | extend cores = toint(properties.hardware.cores) | where name in ('web01', 'web02', 'nic1') | order by cores asc | project name",
      [["nic1"], ["web01"], ["web02"]],
    ],
    [
      "Resources | extend cores = toint(properties.hardware.cores) | where name in ('web01', 'nic1') | order by cores asc nulls last | project name",
      [["web01"], ["nic1"]],
    ],
    [
      "Resources | extend cores = toint(properties.hardware.cores) | where name in ('web01', 'nic1') | order by cores desc nulls first | project name",
      [["nic1"], ["web01"]],
    ],
    [`${machines} | top 2 by toint(properties.hardware.cores) | project name`, [["web02"], ["web01"]]],
    [`${machines} | top 1 by todatetime(properties.timeCreated) asc | project name`, [["lab-vm"]]],
    ["Resources | order by name asc | take 2 | project name", [["ShopStore"], ["billing"]]],
    ["Resources | order by name asc | limit 0 | project name", []],
    ["Resources | sample 4 | count", [[4]]],
    ["Resources | where name == 'none' | count", [[0]]],
  ]);
});

describe("summarize", () => {
  expectRows([
    [
      "summarize count() by location | order by location asc",
      [
        ["northeurope", 1],
        ["westeurope", 8],
      ],
    ],
    [
      "Resources | where name == 'none' | summarize count(), sum(tolong(sku.capacity)), make_list(name), max(name)",
      [[0, 0, [], null]],
    ],
    ["Resources | where name == 'none' | summarize count() by type", []],
    [
      "Resources | summarize total = count(), storage = countif(type has 'storageaccounts') by subscriptionId | order by total desc, subscriptionId asc",
      [
        [sub.production, 5, 0],
        [sub.core, 2, 1],
        [sub.test, 1, 0],
        [sub.shop, 1, 1],
      ],
    ],
    [
      `${machines} | summarize sum(toint(properties.hardware.cores)), avg(toint(properties.hardware.cores)), min(name), max(name)`,
      [[7, 7 / 3, "lab-vm", "web02"]],
    ],
    [`${machines} | summarize round(avg(toint(properties.hardware.cores)), 2)`, [[2.33]]],
    [`${machines} | summarize share = 100 * countif(tags.env == 'prod') / count()`, [[33]]],
    [`${machines} | summarize sumif(toint(properties.hardware.cores), name startswith 'web')`, [[6]]],
    [`${machines} | order by name asc | summarize make_list(name)`, [[["lab-vm", "web01", "web02"]]]],
    [
      "Resources | order by name asc | summarize make_set(kind), make_set(location, 1)",
      [[["BlobStorage", "MarketPlace", "StorageV2", ""], ["westeurope"]]],
    ],
    ["Resources | summarize dcount(type), dcount(subscriptionId)", [[4, 4]]],
    [
      `${machines} | summarize arg_max(toint(properties.hardware.cores), name, location)`,
      [[4, "web02", "NorthEurope".toLowerCase()]],
    ],
    [
      `${machines} | summarize arg_min(toint(properties.hardware.cores), *) | project name, resourceGroup`,
      [["lab-vm", "rg-lab"]],
    ],
    [`${machines} | where name == 'web01' | summarize take_any(name), any(location)`, [["web01", "westeurope"]]],
    [`${machines} | summarize percentile(toint(properties.hardware.cores), 50)`, [[2]]],
    [`${machines} | summarize names = make_list_if(name, name startswith 'web') | project array_length(names)`, [[2]]],
    [
      `${machines} | summarize count() by bin(todatetime(properties.timeCreated), 1d) | order by properties_timeCreated asc`,
      [
        ["2025-12-31T00:00:00Z", 1],
        ["2026-07-01T00:00:00Z", 1],
        ["2026-08-30T00:00:00Z", 1],
      ],
    ],
    ["Resources | summarize by type | count", [[4]]],
    [
      "Resources | summarize count() by env = tostring(tags.env) | order by env asc",
      [
        ["", 7],
        ["prod", 1],
        ["test", 1],
      ],
    ],
  ]);
});

describe("join and union", () => {
  const left = "Resources | where name in ('web01', 'web02', 'fabstore') | project name, subscriptionId";
  const right = `(ResourceContainers | where type endswith 'subscriptions' and name startswith 'Con' | project subscriptionId, owner = name)`;
  expectRows([
    [
      `${left} | join kind=inner ${right} on subscriptionId | project name, owner, same = subscriptionId == subscriptionId1 | order by name asc`,
      [
        ["web01", "Contoso Production", true],
        ["web02", "Contoso Production", true],
      ],
    ],
    [`${left} | join ${right} on subscriptionId | project name, owner`, [["web01", "Contoso Production"]]],
    [
      `${left} | join kind=leftouter ${right} on subscriptionId | project name, owner, subscriptionId1 | order by name asc`,
      [
        ["fabstore", "", ""],
        ["web01", "Contoso Production", sub.production],
        ["web02", "Contoso Production", sub.production],
      ],
    ],
    [
      `${left} | join kind=fullouter ${right} on $left.subscriptionId == $right.subscriptionId | project name, owner | order by owner asc, name asc`,
      [
        ["fabstore", ""],
        ["web01", "Contoso Production"],
        ["web02", "Contoso Production"],
        ["", "Contoso Test"],
      ],
    ],
    [
      `Resources | where name == 'web01' | extend key = 1 | join kind=inner (Resources | where name startswith 'nic' | extend other = 1) on $left.key == $right.other
       | project name, name1 | order by name1 asc`,
      [
        ["web01", "nic1"],
        ["web01", "nic2"],
        ["web01", "nic3"],
      ],
    ],
    [
      "Resources | project name | where name startswith 'web' | union (ResourceContainers | where name startswith 'rg-s' | project name) | order by name asc",
      [["rg-Shop"], ["web01"], ["web02"]],
    ],
    [
      "union (Resources | where name == 'web01' | project name), (ResourceContainers | where name == 'rg-Web' | project name, location) | order by name asc",
      [
        ["rg-Web", "westeurope"],
        ["web01", ""],
      ],
    ],
    [
      "Resources | where name == 'web01' | project name | union kind=inner (ResourceContainers | where name == 'rg-Web' | project name) | order by name asc",
      [["rg-Web"], ["web01"]],
    ],
    [
      "Resources | where name == 'web01' | project x = 1 | union (Resources | where name == 'web01' | project x = 'a') | project x_long, x_string",
      [
        [1, ""],
        [null, "a"],
      ],
    ],
    [
      "union withsource=from Resources, ResourceContainers | summarize count() by from | order by from asc",
      [
        ["ResourceContainers", 9],
        ["Resources", 9],
      ],
    ],
  ]);
});

describe("mv-expand and parse", () => {
  expectRows([
    [
      `${nics} | mv-expand ip = properties.ipConfigurations | project name, tostring(ip.ip) | order by name asc, ip_ip asc`,
      [
        ["nic1", "10.0.0.4"],
        ["nic1", "10.0.0.5"],
        ["nic3", ""],
      ],
    ],
    [
      `${nics} | mv-expand ip = properties.ipConfigurations limit 1 | project name, ip.name | order by name asc`,
      [
        ["nic1", "ip1"],
        ["nic3", null],
      ],
    ],
    [
      "Resources | where name == 'fabstore' | mv-expand port = properties.ports to typeof(long) | project port | order by port desc",
      [[443], [80]],
    ],
    [
      "Resources | where name == 'fabstore' | mvexpand rule = properties.rules | project rule",
      [[{ a: 1 }], [{ b: 2 }]],
    ],
    [
      "Resources | where name == 'fabstore' | mv-expand kind=array rule = properties.rules | project tostring(rule[0]), toint(rule[1])",
      [
        ["a", 1],
        ["b", 2],
      ],
    ],
    [
      "Resources | where name == 'fabstore' | mv-expand properties.ports | project toint(properties_ports)",
      [[80], [443]],
    ],
    [
      "Resources | where name == 'fabstore' | mv-expand a = properties.ports, b = dynamic(['x']) | project toint(a), tostring(b)",
      [
        [80, "x"],
        [443, ""],
      ],
    ],
    [
      "Resources | where name == 'web01' | parse id with * '/resourceGroups/' group '/' rest | project group, rest",
      [["rg-Web", "providers/Microsoft.Compute/virtualMachines/web01"]],
    ],
    [
      "Resources | where name == 'web01' | parse id with * '/providers/' namespace '/' resource '/' * | project namespace, resource",
      [["Microsoft.Compute", "virtualMachines"]],
    ],
    [
      "Resources | where name startswith 'nic' | parse name with 'nic' number:int | project number | order by number asc",
      [[1], [2], [3]],
    ],
    ["Resources | where name == 'web01' | parse name with 'nic' number:int | project number", [[null]]],
    ["Resources | where name == 'web01' | parse id with 'providers' gone | project gone", [[""]]],
  ]);
});
