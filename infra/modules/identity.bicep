// The one identity of the app. Its roles are in rbac.bicep.

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Id by which the app asks for tokens.')
output clientId string = identity.properties.clientId

@description('Id by which roles are given.')
output principalId string = identity.properties.principalId
