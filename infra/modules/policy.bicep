// Refuses resources of this installation in other regions, whoever makes them and by whatever means.

@description('Regions that are allowed.')
param allowedLocations string[]

// "Allowed locations", a definition of Azure's own; it leaves resources without a region alone.
var allowedLocationsDefinition = 'e56962a6-4747-49cd-b67b-bf8b01975c4c'

resource assignment 'Microsoft.Authorization/policyAssignments@2025-03-01' = {
  name: 'ctvoice-allowed-locations'
  properties: {
    displayName: 'Regions that CtVoice may use'
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', allowedLocationsDefinition)
    parameters: {
      listOfAllowedLocations: { value: allowedLocations }
    }
  }
}
