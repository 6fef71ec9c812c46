<#
Adds the categories of master-categories.json to the mailboxes named there. What a mailbox has already is left as it is.

Needs the module Microsoft.Graph.Authentication and an app with the application permission MailboxSettings.ReadWrite
(restrict it to these mailboxes with an application access policy), which Concord itself neither has nor needs:

  Connect-MgGraph -TenantId {{tenant}} -ClientId <app> -CertificateThumbprint <certificate>
  ./master-categories.ps1            # add -WhatIf to see what it would do

Nobody has run this script in a tenant yet; try it with one mailbox first.
#>
[CmdletBinding(SupportsShouldProcess)]
param([string]$File = (Join-Path $PSScriptRoot 'master-categories.json'))
$ErrorActionPreference = 'Stop'
foreach ($department in (Get-Content -Raw -Encoding utf8 $File | ConvertFrom-Json)) {
  foreach ($mailbox in $department.mailboxes) {
    $uri = "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($mailbox))/outlook/masterCategories"
    $there = (Invoke-MgGraphRequest -Method GET -Uri $uri).value | ForEach-Object { $_.displayName }
    foreach ($category in $department.categories) {
      if ($there -contains $category.displayName) { continue }
      if ($PSCmdlet.ShouldProcess($mailbox, "add category $($category.displayName)")) {
        $body = @{ displayName = $category.displayName; color = $category.color } | ConvertTo-Json
        Invoke-MgGraphRequest -Method POST -Uri $uri -Body $body -ContentType 'application/json; charset=utf-8' | Out-Null
      }
    }
  }
}
