// The secrets. One is written only when a value is given, so a deployment without it changes nothing; none is ever an output.

@description('Name of the vault, of all Azure\'s.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('False when only private endpoints may reach it.')
param publicAccess bool

@description('True to lock the vault against deletion and, for good, against being purged.')
param locked bool

@description('Workspace of the logs.')
param workspaceId string

@description('Key of the indexes of phones and addresses; empty leaves it.')
@secure()
param indexKey string

@description('Key that signs ledger checkpoints; empty leaves it.')
@secure()
param signingKey string

@description('Secret of whoever posts inbound email; empty leaves it.')
@secure()
param emailWebhookSecret string

@description('Secret that delivery reports bring along; empty leaves it.')
@secure()
param eventWebhookSecret string

@description('Secret of the Twilio account; empty leaves it.')
@secure()
param twilioAuthToken string

@description('The secret before the one that is being exchanged; empty leaves it.')
@secure()
param previousSecret string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Can never be taken back: a trial that is deleted and made again would be refused its name for 90 days.
    enablePurgeProtection: locked ? true : null
    // The template reads one secret, to hand it to Event Grid.
    enabledForTemplateDeployment: true
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: publicAccess ? 'Allow' : 'Deny'
      bypass: 'AzureServices'
    }
  }

  resource index 'secrets' = if (!empty(indexKey)) {
    name: 'index-key'
    properties: { value: indexKey }
  }

  resource signing 'secrets' = if (!empty(signingKey)) {
    name: 'signing-key'
    properties: { value: signingKey }
  }

  resource emailWebhook 'secrets' = if (!empty(emailWebhookSecret)) {
    name: 'webhook-email-secret'
    properties: { value: emailWebhookSecret }
  }

  resource eventWebhook 'secrets' = if (!empty(eventWebhookSecret)) {
    name: 'webhook-event-secret'
    properties: { value: eventWebhookSecret }
  }

  resource previous 'secrets' = if (!empty(previousSecret)) {
    name: 'previous-secret'
    properties: { value: previousSecret }
  }

  resource twilio 'secrets' = if (!empty(twilioAuthToken)) {
    name: 'twilio-auth-token'
    properties: { value: twilioAuthToken }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'records'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without these keys the records cannot be looked up or verified.'
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the vault.')
output name string = vault.name
