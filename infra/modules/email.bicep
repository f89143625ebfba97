// Email to residents. Engagement tracking is off: nobody records who opened what.

@description('Name of the Communication Services resource.')
param communicationName string

@description('Name of the Email service.')
param emailName string

@description('Tags.')
param tags object

@description('Where the service keeps its data.')
param dataLocation string

@description('Domain of our own; empty for Azure\'s.')
param domain string

@description('True once the domain\'s DNS records are verified.')
param domainVerified bool

@description('Workspace of the logs.')
param workspaceId string

// Azure names the domain that it manages; the same name is reserved for it here.
var managedDomain = 'AzureManagedDomain'
// A domain that is not verified cannot be linked, so Azure's is sent from until then.
var ownDomain = !empty(domain) && domainVerified

resource service 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }

  resource managed 'domains' = {
    name: managedDomain
    location: 'global'
    tags: tags
    properties: {
      domainManagement: 'AzureManaged'
      userEngagementTracking: 'Disabled'
    }
  }

  resource own 'domains' = if (!empty(domain)) {
    name: empty(domain) ? 'none' : domain
    location: 'global'
    tags: tags
    properties: {
      domainManagement: 'CustomerManaged'
      userEngagementTracking: 'Disabled'
    }
  }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: communicationName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: [ownDomain ? service::own.id : service::managed.id]
  }
}

// The category of delivery status names recipients, so it stays off: reports go to the app, which keeps them as records.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: communication
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'EmailSendMailOperational', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the Communication Services resource.')
output communicationName string = communication.name

@description('Address of the service.')
output endpoint string = 'https://${communication.properties.hostName}'

@description('Address that mail comes from.')
output sender string = 'donotreply@${ownDomain ? domain : service::managed.properties.mailFromSenderDomain}'
