using Azure.Core;
using Azure.Identity;

namespace CtVoice.Functions;

/// <summary>Who the app is to Azure: its managed identity when deployed, the developer's own sign-in elsewhere.</summary>
internal static class Identity
{
    /// <summary>The credential; with <paramref name="clientId"/>, that user-assigned identity and no other.</summary>
    public static TokenCredential Of(string? clientId) => clientId is null
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
