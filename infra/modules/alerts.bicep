// What a person must look at. Each rule reads the app's own messages; their codes are constants of CtVoice.Core's Alarms,
// and docs/operations.md says what to do about each.

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Workspace of the logs.')
param workspaceId string

@description('Who is told: email addresses; empty for nobody.')
param emails string[]

var rules = [
  {
    name: 'ledger'
    display: 'A ledger does not verify, or could not be verified'
    severity: 0
    query: 'AppTraces | where Message has "CTV-LEDGER" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    over: 'PT30M'
  }
  {
    // Coordinator and deputy have a mail of the product's own within a minute; this is for whoever keeps it running.
    name: 'acute'
    display: 'A resident wrote of danger: coordinator and deputy were told'
    severity: 0
    query: 'AppTraces | where Message has "CTV-ACUTE" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT5M'
    over: 'PT15M'
  }
  {
    // Nothing arriving is the sign. A line of ours is counted: how the platform records runs of a timer depends on how the
    // host sends its traces.
    name: 'sweep'
    display: 'The sweep has not finished for 15 minutes'
    severity: 1
    query: 'AppTraces | where Message has "CTV-ALIVE" | summarize Found = count()'
    operator: 'LessThan'
    threshold: 1
    every: 'PT5M'
    over: 'PT15M'
  }
  {
    name: 'late'
    display: 'Due work is not done'
    severity: 1
    query: 'AppTraces | where Message has "CTV-SWEEP" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    over: 'PT30M'
  }
  {
    name: 'workflow'
    display: 'The workflow of an open review died, or a step of it keeps failing'
    severity: 1
    query: 'AppTraces | where Message has "CTV-WORKFLOW" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    over: 'PT30M'
  }
  {
    name: 'sends'
    display: 'Messages to residents fail'
    severity: 1
    query: 'AppTraces | where Message has "CTV-SEND" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 4
    every: 'PT15M'
    over: 'PT1H'
  }
  {
    name: 'row'
    display: 'A list is shown without a row that cannot be read'
    severity: 2
    query: 'AppTraces | where Message has "CTV-ROW" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    over: 'PT30M'
  }
  {
    name: 'inbox'
    display: 'A reply of a resident is stored and not taken up'
    severity: 1
    query: 'AppTraces | where Message has "CTV-INBOX" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    over: 'PT30M'
  }
]

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'ctvoice'
    emailReceivers: [
      for (address, i) in emails: {
        name: 'operator-${i}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: 'ctvoice-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.display
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.over
      autoMitigate: true
      // The tables appear with the first message.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Found'
            timeAggregation: 'Total'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [told.id] }
    }
  }
]
