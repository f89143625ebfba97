// The whole installation: what there is and what is handed to whom. How each part is made is in its module; who may do
// what is in modules/rbac.bicep and nowhere else.
targetScope = 'subscription'

@description('Name of the environment: part of the names of everything, and the tag by which azd finds it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region of everything that has one: those of the United States that offer Flex Consumption. "az functionapp list-flexconsumption-locations" lists all.')
@allowed(['centralus', 'eastus', 'eastus2', 'northcentralus', 'southcentralus', 'westcentralus', 'westus2'])
@metadata({ azd: { type: 'location' } })
param location string

@description('Regions that resources of this installation may be made in; empty for any. Enforced by a policy of the resource group.')
param allowedLocations string[] = []

@description('Tags that everything carries, beside the environment and the application.')
param extraTags object = {}

@description('Where messages go: Simulated keeps them on the pages under /sim, Practice sends to staff alone, Providers sends to residents.')
@allowed(['Simulated', 'Practice', 'Providers'])
param senders string = 'Simulated'

@description('Domain of the addresses that emailed replies go to; the inbound mail provider receives for it.')
param replyDomain string = 'reply.example.org'

@description('Name of the person whom residents can call.')
param helpName string = 'Dana Example'

@description('Number of the person whom residents can call, as it is written in a message.')
param helpPhone string = '860-555-0100'

@description('Who at OPM is told when an agency does not answer: an email address.')
param escalationAddress string = 'escalation@example.org'

@description('Work address of the board\'s coordinator, who is told of danger at once.')
param coordinatorAddress string = 'coordinator@example.org'

@description('Work address of the coordinator\'s deputy, who is told of danger as well.')
param deputyAddress string = 'deputy@example.org'

@description('Number for who is not safe at home, as it is written in a message; empty for the one that the product knows.')
param homeNotSafePhone string = ''

@description('Where that number is published, and who looked when.')
param homeNotSafeSource string = ''

@description('Work address of the Executive Board\'s chair, who is told when OPM itself does not answer.')
param executiveBoardChairAddress string = 'executive.board.chair@example.org'

@description('What a member is paid for a question, such as 25.00; empty for nothing, because no Connecticut rate is known.')
param honorariumAmount string = ''

@description('Currency of it, an ISO 4217 code such as USD; needed with an amount.')
param honorariumCurrency string = ''

@description('Texts in any minute: what the numbers of the Messaging Service may send. One long code sends one a second.')
@minValue(1)
param textsPerMinute int = 60

@description('Emails in any minute: what Communication Services allows. A custom domain starts with 30.')
@minValue(1)
param emailsPerMinute int = 30

@description('Emails in any hour: what Communication Services allows. A custom domain starts with 100.')
@minValue(1)
param emailsPerHour int = 100

@description('Client id of the application of Entra ID that staff sign in to; empty for keys only. Who may do what is set in the product.')
param signInClientId string = ''

@description('SHA-256, in lower-case hexadecimal, of the first coordinator key. It works until a real key is made.')
param firstKeyHash string = ''

@description('Public https address of the site when it has a domain of its own, without a slash at the end; empty for the app\'s own.')
param publicAddress string = ''

@description('Twilio account, AC and 32 digits; needed unless senders are Simulated.')
param twilioAccountSid string = ''

@description('Twilio Messaging Service, MG and 32 digits; needed unless senders are Simulated.')
param twilioMessagingServiceSid string = ''

@description('Domain that email comes from, of our own; empty for one that Azure makes and verifies itself.')
param emailDomain string = ''

@description('True once the DNS records of emailDomain are verified: only then can it be linked and sent from.')
param emailDomainVerified bool = false

@description('Where Communication Services keeps its data.')
param emailDataLocation string = 'United States'

@description('True to have delivery reports of email posted to the app. It must be deployed before: it answers a handshake.')
param deliveryReports bool = false

@description('Key of the indexes of phones and addresses: at least 32 random bytes in base64. Empty leaves the vault\'s as it is.')
@secure()
param indexKey string = ''

@description('Key that signs ledger checkpoints: at least 32 random bytes in base64. Empty leaves the vault\'s as it is.')
@secure()
param signingKey string = ''

@description('Secret of whoever posts inbound email. Empty leaves the vault\'s as it is.')
@secure()
param emailWebhookSecret string = ''

@description('Secret that delivery reports of email bring along. Empty leaves the vault\'s as it is.')
@secure()
param eventWebhookSecret string = ''

@description('Secret of the Twilio account. Empty leaves the vault\'s as it is.')
@secure()
param twilioAuthToken string = ''

@description('Secret that is being exchanged: while it is named here, the one before it counts too.')
@allowed(['', 'twilio', 'email', 'event', 'signing'])
param exchanging string = ''

@description('The secret before, for the time of an exchange. Empty leaves the vault\'s as it is.')
@secure()
param previousSecret string = ''

@description('Who answers keywords at the provider of texts: Default, its own handling, or Advanced, Advanced Opt-Out.')
@allowed(['Default', 'Advanced'])
param keywords string = 'Default'

@description('Instances that are always ready for workflows. One keeps timers and replies from waiting for a cold start.')
@minValue(0)
@maxValue(20)
param alwaysReadyDurable int = 1

@description('Instances that are always ready for requests. Twilio waits 15 seconds for an answer; a cold start takes a part of them.')
@minValue(0)
@maxValue(20)
param alwaysReadyHttp int = 0

@description('Most instances of each kind at once. The board is small; a limit keeps a flood of requests from becoming a bill.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How the storage account is copied: within a region, over its zones, or to a second region as well.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('True to lock the storage account and the vault against deletion, and the vault against being purged, for good. azd down then fails until the locks are taken off.')
param lockRecords bool = false

@description('Who is told of alerts: email addresses with commas between them, or the word none to see alerts in the portal only.')
@minLength(4)
param alertEmails string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('True to reach storage and vault over a private network only.')
param privateNetwork bool = false

@description('Address space of the private network; two subnets of it are used, /26 each.')
param networkAddressSpace string = '10.40.0.0/24'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = union(extraTags, { application: 'ctvoice', 'azd-env-name': environmentName })
var appName = 'func-${token}'
var site = empty(publicAddress) ? 'https://${appName}.azurewebsites.net' : publicAddress

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module policy 'modules/policy.bicep' = if (!empty(allowedLocations)) {
  name: 'policy'
  scope: group
  params: {
    allowedLocations: allowedLocations
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    componentName: 'appi-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    redundancy: storageRedundancy
    publicAccess: !privateNetwork
    locked: lockRecords
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    publicAccess: !privateNetwork
    locked: lockRecords
    workspaceId: monitoring.outputs.workspaceId
    indexKey: indexKey
    signingKey: signingKey
    emailWebhookSecret: emailWebhookSecret
    eventWebhookSecret: eventWebhookSecret
    twilioAuthToken: twilioAuthToken
    previousSecret: previousSecret
  }
}

module email 'modules/email.bicep' = {
  name: 'email'
  scope: group
  params: {
    communicationName: 'acs-${token}'
    emailName: 'email-${token}'
    tags: tags
    dataLocation: emailDataLocation
    domain: emailDomain
    domainVerified: emailDomainVerified
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: {
    name: 'vnet-${token}'
    location: location
    tags: tags
    addressSpace: networkAddressSpace
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
  }
}

module rbac 'modules/rbac.bicep' = {
  name: 'rbac'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    componentName: monitoring.outputs.componentName
    communicationName: senders == 'Simulated' ? '' : email.outputs.communicationName
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: appName
    planName: 'plan-${token}'
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    vaultName: vault.outputs.name
    componentName: monitoring.outputs.componentName
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.?outputs.?appSubnetId ?? ''
    alwaysReadyDurable: alwaysReadyDurable
    alwaysReadyHttp: alwaysReadyHttp
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    site: site
    senders: senders
    keywords: keywords
    exchanging: exchanging
    replyDomain: replyDomain
    helpName: helpName
    helpPhone: helpPhone
    escalationAddress: escalationAddress
    coordinatorAddress: coordinatorAddress
    deputyAddress: deputyAddress
    homeNotSafePhone: homeNotSafePhone
    homeNotSafeSource: homeNotSafeSource
    executiveBoardChairAddress: executiveBoardChairAddress
    honorariumAmount: honorariumAmount
    honorariumCurrency: honorariumCurrency
    textsPerMinute: textsPerMinute
    emailsPerMinute: emailsPerMinute
    emailsPerHour: emailsPerHour
    signInClientId: signInClientId
    firstKeyHash: firstKeyHash
    twilioAccountSid: twilioAccountSid
    twilioMessagingServiceSid: twilioMessagingServiceSid
    emailEndpoint: email.outputs.endpoint
    emailSender: email.outputs.sender
  }
  // The app reads its package and its secrets as soon as it exists.
  dependsOn: [rbac]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    emails: toLower(alertEmails) == 'none' ? [] : split(replace(alertEmails, ' ', ''), ',')
  }
}

resource existingVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = if (deliveryReports) {
  scope: group
  name: 'kv-${token}'
}

module reports 'modules/delivery-reports.bicep' = if (deliveryReports) {
  name: 'delivery-reports'
  scope: group
  params: {
    name: 'evgt-${token}'
    tags: tags
    communicationName: email.outputs.communicationName
    webhook: '${site}/api/webhooks/email/events'
    // The vault is there: module and reference have one condition.
    #disable-next-line BCP422
    key: existingVault.getSecret('webhook-event-secret')
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [vault, functionApp]
}

@description('Region.')
output AZURE_LOCATION string = location

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Vault of the secrets. Its presence tells the first-secrets hook that they exist.')
output AZURE_KEY_VAULT_NAME string = vault.outputs.name

@description('The function app.')
output SERVICE_FUNCTIONS_NAME string = functionApp.outputs.name

@description('Where the site answers.')
output SERVICE_FUNCTIONS_URI string = site
