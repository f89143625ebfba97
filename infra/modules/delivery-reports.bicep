// Delivery reports of email, posted to the app as CloudEvents.

@description('Name of the topic.')
param name string

@description('Tags.')
param tags object

@description('Name of the Communication Services resource.')
param communicationName string

@description('Address of the app that takes the reports. It answers the handshake, so it must run.')
param webhook string

@description('Secret that each report brings along in a header.')
@secure()
param key string

@description('Workspace of the logs.')
param workspaceId string

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' existing = {
  name: communicationName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }

  resource subscription 'eventSubscriptions' = {
    name: 'email-delivery-reports'
    properties: {
      eventDeliverySchema: 'CloudEventSchemaV1_0'
      destination: {
        endpointType: 'WebHook'
        properties: {
          // An address may hold a secret; this one does not: the secret is in the header.
          #disable-next-line use-secure-value-for-secure-inputs
          endpointUrl: webhook
          maxEventsPerBatch: 1
          minimumTlsVersionAllowed: '1.2'
          deliveryAttributeMappings: [
            {
              name: 'X-Webhook-Secret'
              type: 'Static'
              properties: { value: key, isSecret: true }
            }
          ]
        }
      }
      filter: {
        includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived']
      }
      retryPolicy: {
        eventTimeToLiveInMinutes: 1440
        maxDeliveryAttempts: 30
      }
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
