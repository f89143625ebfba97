using CtVoice.Local.Tests.CarryingOn;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>The same with the recorded rows in Azure Storage, as an earlier release left them there.</summary>
[Collection(Azurite.Collection)]
public sealed class CarryingOnInAzureTests(Azurite azurite) : CarryingOnContract
{
    private protected override async Task<RecordedFolder> OpenAsync(string release)
    {
        var tables = await azurite.NewTablesAsync();
        return await RecordedFolder.OpenAsync(release, services => services.MoveTo(tables));
    }
}
