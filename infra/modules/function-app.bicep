// The function app on Flex Consumption. host.json has what is the same everywhere; the settings here are what differs.

@description('Name of the app, of all Azure\'s.')
param name string

@description('Name of the plan.')
param planName string

@description('Region.')
param location string

@description('Tags; azd finds the app by one of them.')
param tags object

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Name of the storage account.')
param storageName string

@description('Container of the app\'s package.')
param packageContainer string

@description('Name of the vault.')
param vaultName string

@description('Name of the Application Insights component.')
param componentName string

@description('Workspace of the logs.')
param workspaceId string

@description('Subnet to go out through; empty for none.')
param subnetId string

@description('Instances always ready for workflows.')
param alwaysReadyDurable int

@description('Instances always ready for requests.')
param alwaysReadyHttp int

@description('Most instances of each kind at once.')
param maximumInstanceCount int

@description('Memory of an instance in MB.')
param instanceMemoryMB int

@description('Public https address of the site, without a slash at the end.')
param site string

@description('Where messages go: Simulated, Practice or Providers.')
param senders string

@description('Who answers keywords at the provider of texts: Default or Advanced.')
param keywords string

@description('Secret that is being exchanged: twilio, email, event, signing, or empty.')
param exchanging string

@description('Domain of the addresses that emailed replies go to.')
param replyDomain string

@description('Name of the person whom residents can call.')
param helpName string

@description('Number of the person whom residents can call.')
param helpPhone string

@description('Who at OPM is told when an agency does not answer.')
param escalationAddress string

@description('Work address of the board\'s coordinator, who is told of danger at once.')
param coordinatorAddress string

@description('Work address of the coordinator\'s deputy, who is told of danger as well.')
param deputyAddress string

@description('Number for who is not safe at home; empty for the one that the product knows.')
param homeNotSafePhone string

@description('Where that number is published, and who looked when.')
param homeNotSafeSource string

@description('Work address of the Executive Board\'s chair, who is told when OPM itself does not answer.')
param executiveBoardChairAddress string

@description('What a member is paid for a question; empty for nothing.')
param honorariumAmount string

@description('Currency of it.')
param honorariumCurrency string

@description('Texts in any minute.')
param textsPerMinute int

@description('Emails in any minute.')
param emailsPerMinute int

@description('Emails in any hour.')
param emailsPerHour int

@description('Application of Entra ID that staff sign in to; empty for keys only.')
param signInClientId string

@description('SHA-256 of the first coordinator key; empty for none.')
param firstKeyHash string

@description('Twilio account.')
param twilioAccountSid string

@description('Twilio Messaging Service.')
param twilioMessagingServiceSid string

@description('Address of Communication Services.')
param emailEndpoint string

@description('Address that mail comes from.')
param emailSender string

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

// Without a version: a rotated secret is taken up within a day, or at the next restart.
var secrets = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets'

var platformSettings = {
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // Everything is kept: an alert must not miss its line because its trace was sampled out.
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: '1'
}

var productSettings = {
  Product__Senders: senders
  Product__IndexKey: '${secrets}/index-key/)'
  Product__SigningKey: '${secrets}/signing-key/)'
  Product__PublicUrl: site
  Product__ReplyDomain: replyDomain
  Product__HelpName: helpName
  Product__HelpPhone: helpPhone
  Product__EscalationAddress: escalationAddress
  Product__CoordinatorAddress: coordinatorAddress
  Product__DeputyAddress: deputyAddress
  Product__ExecutiveBoardChairAddress: executiveBoardChairAddress
  // The platform's front end adds the caller's address.
  Product__TrustedProxies: '1'
  // True with the platform's sign-in only: without it anybody could write the header that is believed.
  Product__PlatformAuthentication: empty(signInClientId) ? 'false' : 'true'
  Pace__TextsPerMinute: string(textsPerMinute)
  Pace__EmailsPerMinute: string(emailsPerMinute)
  Pace__EmailsPerHour: string(emailsPerHour)
  Tables__Endpoint: storage.properties.primaryEndpoints.table
  Tables__ClientId: identityClientId
}

var firstKeySettings = {
  Product__FirstKeyHash: firstKeyHash
}

var honorariumSettings = {
  Product__HonorariumAmount: honorariumAmount
  Product__HonorariumCurrency: honorariumCurrency
}

var helpLineSettings = {
  Product__HomeNotSafePhone: homeNotSafePhone
  Product__HomeNotSafeSource: homeNotSafeSource
}

var providerSettings = {
  Twilio__AccountSid: twilioAccountSid
  Twilio__AuthToken: '${secrets}/twilio-auth-token/)'
  Twilio__MessagingServiceSid: twilioMessagingServiceSid
  Twilio__StatusCallback: '${site}/api/webhooks/twilio/status'
  Email__Endpoint: emailEndpoint
  Email__ClientId: identityClientId
  Email__Sender: emailSender
  Webhooks__EmailSecret: '${secrets}/webhook-email-secret/)'
  Webhooks__EventSecret: '${secrets}/webhook-event-secret/)'
  Product__Keywords: keywords
}

// One of these during an exchange: a reference to a secret that is not there would be a secret that anybody can read here.
var previousTwilioSettings = {
  Webhooks__PreviousTwilioToken: '${secrets}/previous-secret/)'
}

var previousEmailSettings = {
  Webhooks__PreviousEmailSecret: '${secrets}/previous-secret/)'
}

var previousEventSettings = {
  Webhooks__PreviousEventSecret: '${secrets}/previous-secret/)'
}

var earlierSigningSettings = {
  Product__EarlierSigningKey: '${secrets}/previous-secret/)'
}

var settings = union(
  platformSettings,
  productSettings,
  empty(firstKeyHash) ? {} : firstKeySettings,
  empty(honorariumAmount) ? {} : honorariumSettings,
  empty(homeNotSafePhone) ? {} : helpLineSettings,
  senders == 'Simulated' ? {} : providerSettings,
  exchanging == 'twilio' ? previousTwilioSettings : {},
  exchanging == 'email' ? previousEmailSettings : {},
  exchanging == 'event' ? previousEventSettings : {},
  exchanging == 'signing' ? earlierSigningSettings : {}
)

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: filter(
          [
            { name: 'durable', instanceCount: alwaysReadyDurable }
            { name: 'http', instanceCount: alwaysReadyHttp }
          ],
          kind => kind.instanceCount > 0
        )
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  // Staff sign in at the platform when they like to; nobody must, because residents and agencies come otherwise.
  resource signIn 'config' = if (!empty(signInClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
        }
      }
      login: { tokenStore: { enabled: false } }
    }
  }

  // Deployment signs in with an identity; the passwords of the publishing profile are refused.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// Requests are traced by Application Insights; the platform's HTTP log would add whole addresses of callers.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the app.')
output name string = app.name
