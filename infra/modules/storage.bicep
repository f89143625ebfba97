// The storage account of the records, of workflow histories and of the app's package. There are no keys to it: only
// identities with a role get in.

@description('Name of the account, of all Azure\'s.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('How the account is copied.')
param redundancy string

@description('False when only private endpoints may reach it.')
param publicAccess bool

@description('True to lock the account against deletion.')
param locked bool

@description('Workspace of the logs.')
param workspaceId string

var packages = 'packages'
var deletedForDays = 30

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: publicAccess ? 'Allow' : 'Deny'
      bypass: 'AzureServices'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: deletedForDays }
      containerDeleteRetentionPolicy: { enabled: true, days: deletedForDays }
    }

    resource package 'containers' = {
      name: packages
    }
  }

  resource queues 'queueServices' = {
    name: 'default'
  }

  // Azure keeps no deleted tables and no earlier versions of rows; see "Restore" in docs/operations.md.
  resource tables 'tableServices' = {
    name: 'default'
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'records'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds records under a retention schedule (CGS 11-8b).'
  }
}

// What is deleted, and by whom; reads and writes would log the app's own polling.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource queueMetrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::queues
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::tables
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Container of the app\'s package.')
output packageContainer string = packages
